import { finding, type Read } from './licence.ts';

/** What Windows says of the scripts themselves, in the languages of Windows; a pop-up says the same as the console. All but the English is unconfirmed. */
const SAYINGS: readonly (readonly [RegExp, string])[] = [
  [
    /no script engine for file extension|can't find script engine|kein(?:e|en)? (?:skriptmodul|skript-?engine)|aucun moteur de script|pas de moteur de script|(?:no existe|no hay)[^.]{0,20} motor de (?:scripts?|secuencias)|(?:отсутствует|не найден|нет)[^.]{0,20} (?:ядр|обработчик|механизм)[^.]{0,20}сценари|没有文件扩展名?[^。]{0,12}的脚本引擎|找不到脚本引擎|script host (?:access )?is disabled on this machine|zugriff auf (?:den )?windows script host (?:wurde|ist)[^.]{0,30} deaktiviert|['\u2018\u2019"]?cscript(?:\.exe)?['\u2018\u2019"]? is not recogni[sz]ed|"?cscript(?:\.exe)?"? ist entweder falsch geschrieben/i,
    'no-engine',
  ],
  [
    /can ?not find script file|skriptdatei [^.]{0,200}(?:wurde )?nicht gefunden|(?:impossible de trouver|introuvable)[^.]{0,20} (?:le )?(?:fichier (?:de )?script|script)|no se (?:puede|pudo) encontrar el archivo de (?:script|comandos|secuencia)|не удается найти файл сценария|(?:找不到|没有找到)脚本文件|requires the cscript engine/i,
    'no-script',
  ],
  [
    /remote machine does not support this version of slmgr|could not connect to (?:the )?remote (?:machine|computer)|connecting to the remote (?:machine|computer) failed/i,
    'remote',
  ],
  [/software protection platform service is not (?:running|installed)/i, 'no-service'],
];

/** Reads the errors of Windows Script Host and of the scripts before they do anything. */
export const scriptHost = (text: string): Read => ({
  findings: SAYINGS.flatMap(([said, value]) => {
    const piece = said.exec(text)?.[0];
    return piece === undefined ? [] : [finding('output', value, piece)];
  }).slice(0, 1),
});
