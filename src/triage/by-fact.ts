import type { Fact, ValueOf } from '../machines/facts.ts';
import type { Symptom } from './symptom.ts';

/** A symptom for values of a fact. With `piece`, only where the words that it was read from fit; with `text`, where the whole text does. */
export type Row = {
  [F in Fact]: {
    readonly fact: F;
    readonly values: readonly ValueOf<F>[];
    readonly symptom: Symptom;
    readonly piece?: RegExp;
    readonly text?: RegExp;
  };
}[Fact];

/** What a notice says of a copy that is not genuine, in every language that is heard. */
const FALSE =
  /genuine|counterfeit|fake|original|orjinal|orijinal|faelsch|\becht|authenti|contref|contraff|falsific|genuin|legitiem|namaak|vervals|podrob|falszyw|подл|поддел|підроб|sahte|正版|盗版|正規|偽造|정품이|위조|비정품|أصلي|مزور|padel|neorig|\bprav|akta|forfalsk|aegte|hamis|eredeti|מקורי|contraf/;
/** That a copy is said not to be genuine, anywhere in a text. */
const NOT_GENUINE =
  /(?:not|isn't|non|no es|não é|nicht|pas|niet|nie jest|není|inte|ikke|ei ole|nem|nu este|не(?: является)?|ليست|לא|不是)\s(?:an? |une? |un |o )?(?:genuine|authenti\w*|original\w*|echt|legitie\w*|oryginaln\w*|prav[ýá]|äkta|originell|ægte|ekte|aito|eredeti|подлинн\p{L}*|справжн\p{L}*|أصلي\p{L}*|מקורי\p{L}*|正版)|counterfeit|contrefa[çc]\p{L}*|falsificad|contraffatt|vervalst|podrobion|gefälscht|förfalsk|forfalsk|hamisítv|поддел|підроб|sahte|orijinal değil|非正版|正規品ではな|정품이 아닌/iu;
/** What a notice says of a period that runs out; other notices are the banner. */
const RUNS_OUT =
  /grace|trial|expir|\bdays?\b|left\b|frist|probe|abgelaufen|\btage|laeuft|laufen|expire|jours|caduc|vence|dias|scad|giorni|verloopt|dagen|respijt|proef|wygas|\bdni|probn|истек|дней|льготн|пробн|осталось|закінч|днів|suresi|gun kaldi|deneme|sona er|过期|到期|还剩|宽限|期限|残り|あと|猶予|만료|남았|유예|تنته|انته|أيام|vyprs|zbyva|zkusebni|gar ut|loper ut|udlob|lejar|nap mulva|יפוג|פג תוקף|zile|guen (?:kald|sonra|icinde)|g[uü]n kald|дне[ий]|дня|залиш|zosta[lł]|pozosta[lł]|p(?:ae|ä)iv(?:ae|ä|a)|dagar kvar|dager igjen|dage tilbage|nap van|ημερ|天后|还有|일 (?:후|뒤|남)|ימים/;
/** So many days, somewhere in the text of who sees a notice. */
const DAYS =
  /\d\s?(?:more )?(?:days?|tagen?|jours?|días|giorni|dias|dagen|dni|dní|дн\p{L}+|dagar|dage|dager|päiv\p{L}+|nap|zile|gün|天|日|일|أيام|ימים|μέρες|ημέρες)(?!\p{L}| (?:ago|since))/iu;

/** Who wants the money back wants that first, whatever is wrong with the key. */
const MONEY_BACK =
  /refund|money back|geld zur(?:ü|ue)ck|erstatt|rembours|reembols|devuel|devol|rimbors|geld terug|terugbetal|zwrot|oddaje pieni|верн|возврат|поверн|iade|paramı|退款|退钱|返金|환불|استرداد|استرجاع|vrácen|vrátit|tillbaka|återbet|pengene|vissza|החזר|return it\b|send it back|get it refunded|been had\b|ripped off|\bscam|\bfraud|betrogen|betrug|abgezockt|reingelegt|zurückgeben|banii înapoi|ramburs/iu;

/** A subscription, as people call it. */
const SUBSCRIBED =
  /\b365\b|\b[om]365\b|subscription|\babo\b|abonn?e?ment|assinatura|subscri[çp]|suscripci|abbonamento|підписк|подписк|aboneli|předplat|prenumer|előfizet|サブスク|订阅|구독|اشتراك|מינוי/iu;

/** Who signs in to a subscription asks about that, wherever it was bought. */
const SIGNS_IN =
  /account|sign(?:ed|s|ing)?[\s-]in|log(?:ged)? ?in|konto|anmeld|compte|connect|cuenta|sesi[oó]n|acced|conta\b|inlog|aanmeld|zalog|přihl|účet|logga in|logge|kirjau|bejelentk|fiók|autentific|oturum|hesab|учетн|учётн|аккаунт|вош[её]л|войти|обліков|увій|登录|登入|账户|账号|サインイン|アカウント|로그인|계정|حساب|تسجيل الدخول|חשבון/iu;

/** What is heard before any code: unofficial means, and what tells more exactly what a code says only roughly. */
export const BEFORE_CODES: readonly Row[] = [
  { fact: 'unofficial', values: ['activator'], symptom: 'counterfeit' },
  { fact: 'kms.stored-host', values: ['strange'], symptom: 'counterfeit' },
  { fact: 'host.clients', values: ['stranger'], symptom: 'counterfeit' },
  { fact: 'trouble', values: ['notice'], symptom: 'counterfeit', piece: FALSE },
  { fact: 'trouble', values: ['notice'], symptom: 'counterfeit', text: NOT_GENUINE },
  { fact: 'seller.origin', values: ['shop'], symptom: 'refund-or-seller', text: MONEY_BACK },
  { fact: 'kms.cloned', values: ['yes'], symptom: 'duplicate-cmid' },
  { fact: 'host.computers', values: ['clones'], symptom: 'duplicate-cmid' },
  { fact: 'kms.clock', values: ['apart'], symptom: 'time-skew' },
];

/** What a person or an output says, the telling before the general: the first row that fits counts. */
export const BY_FACT: readonly Row[] = [
  { fact: 'mak.refused', values: ['blocked'], symptom: 'key-blocked' },
  { fact: 'mak.refused', values: ['limit'], symptom: 'activation-limit' },
  { fact: 'mak.refused', values: ['edition'], symptom: 'wrong-edition-or-channel' },
  { fact: 'host.clients', values: ['limit'], symptom: 'activation-limit' },
  { fact: 'host.clients', values: ['count'], symptom: 'kms-count' },
  { fact: 'kms.count', values: ['too-few', 'stands-still'], symptom: 'kms-count' },
  { fact: 'host.clients', values: ['not-found'], symptom: 'kms-dns' },
  { fact: 'kms.record', values: ['missing'], symptom: 'kms-dns' },
  { fact: 'kms.port', values: ['closed'], symptom: 'kms-unreachable' },
  { fact: 'host.clients', values: ['port'], symptom: 'kms-unreachable' },
  { fact: 'host.computers', values: ['image', 'rearm'], symptom: 'duplicate-cmid' },
  { fact: 'host.computers', values: ['no-internet'], symptom: 'phone-activation' },
  { fact: 'mak.menu', values: ['not-allowed'], symptom: 'permission' },
  { fact: 'mak.result', values: ['proxy', 'no-connection', 'timeout'], symptom: 'network' },
  {
    fact: 'phone.shows',
    values: ['telephone', 'no-longer', 'web', 'no-wizard', 'refused', 'hearing', 'many'],
    symptom: 'phone-activation',
  },
  { fact: 'trouble', values: ['offline'], symptom: 'phone-activation' },
  // A subscription is limited by its account, whatever stands on the other computer.
  { fact: 'trouble', values: ['other-device'], symptom: 'subscription-signin', text: SUBSCRIBED },
  { fact: 'trouble', values: ['other-device'], symptom: 'already-installed' },
  { fact: 'retail.shows', values: ['other-device'], symptom: 'already-installed' },
  { fact: 'product', values: ['subscription'], symptom: 'subscription-signin', text: SIGNS_IN },
  // A card may come from the organisation, too.
  { fact: 'seller.origin', values: ['shop'], symptom: 'refund-or-seller', piece: /^(?!.*\b(?:card|karte)\b)/ },
  { fact: 'mak.refused', values: ['country', 'mistyped', 'other'], symptom: 'key-rejected' },
  { fact: 'key.type', values: ['client', 'host'], symptom: 'wrong-edition-or-channel' },
  { fact: 'symptom', values: ['key-refused'], symptom: 'key-rejected' },
  { fact: 'trouble', values: ['notice'], symptom: 'grace-or-notification', piece: RUNS_OUT },
  { fact: 'trouble', values: ['notice'], symptom: 'grace-or-notification', text: DAYS },
  { fact: 'trouble', values: ['notice'], symptom: 'unlicensed-banner' },
  { fact: 'm365.shows', values: ['sign-in', 'devices', 'expired', 'old-key', 'code', 'business-key'], symptom: 'subscription-signin' },
  { fact: 'post.shows', values: ['sign-in'], symptom: 'subscription-signin' },
  { fact: 'product', values: ['subscription'], symptom: 'subscription-signin' },
  { fact: 'output', values: ['host-key', 'several', 'restricted', 'preinstalled'], symptom: 'wrong-edition-or-channel' },
  { fact: 'output', values: ['stored-host'], symptom: 'kms-unreachable' },
  { fact: 'output', values: ['cannot-verify', 'no-service'], symptom: 'firmware-or-corrupt-licence-store' },
  { fact: 'output', values: ['remote'], symptom: 'permission' },
  { fact: 'trouble', values: ['hardware'], symptom: 'firmware-or-corrupt-licence-store' },
  { fact: 'trouble', values: ['away'], symptom: 'grace-or-notification' },
  { fact: 'host.method', values: ['choose', 'change'], symptom: 'which-method' },
  { fact: 'symptom', values: ['host'], symptom: 'host-setup' },
  { fact: 'host.goal', values: ['set-up'], symptom: 'host-setup' },
  { fact: 'ad.shows', values: ['no-object', 'forest-old'], symptom: 'host-setup' },
  { fact: 'product', values: ['retail'], symptom: 'wrong-edition-or-channel' },
];

/** What only touches on a symptom: counts where nothing else was heard. */
export const TOUCHED_ON: readonly Row[] = [
  // Who is outside the network and has something to activate is told where it would work.
  { fact: 'kms.network', values: ['outside'], symptom: 'kms-unreachable' },
  { fact: 'symptom', values: ['activate'], symptom: 'how-to-activate' },
  { fact: 'post.shows', values: ['returns'], symptom: 'grace-or-notification' },
  { fact: 'trouble', values: ['still-asks'], symptom: 'unlicensed-banner' },
  { fact: 'kms.exists', values: ['no'], symptom: 'kms-unreachable' },
  { fact: 'product', values: ['hosting'], symptom: 'which-method' },
  { fact: 'output', values: ['left-over'], symptom: 'grace-or-notification' },
  { fact: 'output', values: ['no-keys'], symptom: 'how-to-activate' },
  { fact: 'method', values: ['kms'], symptom: 'kms-unreachable' },
  { fact: 'method', values: ['ad'], symptom: 'host-setup' },
  { fact: 'mak.entered', values: ['yes'], symptom: 'key-rejected' },
  { fact: 'method', values: ['mak'], symptom: 'how-to-activate' },
  { fact: 'mak.at-hand', values: ['yes', 'no'], symptom: 'how-to-activate' },
];
