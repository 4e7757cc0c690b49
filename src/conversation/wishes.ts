import type { ArticleId } from '../knowledge/articles.ts';
import { COMMANDS, type CommandId } from '../knowledge/commands.ts';
import type { Language } from '../language/language.ts';
import type { Wish } from '../language/words.ts';
import { isTrial } from '../machines/facts.ts';
import type { Wanted } from '../understanding/wishes.ts';
import { textOf } from './ask.ts';
import { offerChange, tellAnswers } from './change.ts';
import { askForPerson, withdraw } from './handover.ts';
import { askForget, showData, tellPrivacy } from './privacy.ts';
import { askAgain, end, goOn, goOnFresh, put } from './put.ts';
import { known, learn, newRecord, unlearn } from './record.ts';
import { tellRefund } from './refund.ts';
import { saying } from './reply.ts';
import { article, inLanguage, type State, type Turned, tell, type World } from './state.ts';
import { tellWay } from './way.ts';

type Grant = (state: State, world: World, wanted: Wanted) => Turned;

const explain =
  (text: 'why' | 'what' | 'where'): Grant =>
  (state, { now }) => {
    const { asked } = state.record;
    if (asked?.kind !== 'fact') return askAgain(tell(state, saying('talk.nothingOpen')), now);
    // "Why?" after an advice asks for the reasons of the advice.
    const reasons = text === 'why' && isTrial(asked.fact) ? tellWay(state) : state;
    return askAgain(tell(reasons, saying(`talk.${text}`, { text: textOf(asked.fact, text) })), now);
  };

const read =
  (id: ArticleId): Grant =>
  (state, { now }) =>
    askAgain(article(state, id), now);

/** Goes on in another language: an advice is given again in it, as is the question that is open. */
export const speakIn = (state: State, language: Language, { now }: World): Turned => {
  const told = tell({ ...state, record: inLanguage(state.record, language) }, saying('talk.language.now'));
  const { asked } = state.record;
  return asked?.kind === 'fact' && asked.changing === undefined ? goOnFresh(told, now) : askAgain(told, now);
};

const back: Grant = (state, { now }) => {
  const { asked } = state.record;
  const inTree =
    asked === undefined || (asked.kind === 'fact' && asked.changing === undefined) || asked.kind === 'offer' || asked.kind === 'solved';
  if (!inTree) return goOnFresh(state, now);
  const before = unlearn(state.record);
  return before === undefined
    ? askAgain(tell(state, saying('talk.backNothing')), now)
    : goOnFresh(tell({ ...state, record: before }, saying('talk.back')), now);
};

/** Starts afresh: everything learned is forgotten; the language, and that a case exists, are not. */
export const restart = (state: State, { now }: World): Turned => {
  const { turn, language, chosen, caseNumber, handover, helps } = state.record;
  const record = {
    ...newRecord(language),
    turn,
    ...(chosen === undefined ? {} : { chosen }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(handover === undefined ? {} : { handover }),
    ...(helps === undefined ? {} : { helps }),
  };
  return goOn(tell({ ...state, record }, saying('talk.restarted')), now);
};

/** What was solved is not: the advice that helped counts as tried, and the next best thing follows. */
export const cameBack = (state: State, { now }: World): Turned => {
  const solved = [...known(state.record).values()].filter(({ name, value }) => isTrial(name) && value === 'yes').at(-1);
  if (solved === undefined) return askAgain(tell(state, saying('talk.nothingSolved')), now);
  const record = learn(state.record, [{ name: solved.name, value: 'no' }], 'said', now);
  return goOnFresh(tell({ ...state, record }, saying('talk.cameBack')), now);
};

/** The commands of Office's own script. */
const SCRIPT = (Object.keys(COMMANDS) as CommandId[]).filter((id) => COMMANDS[id].runs === 'office');

const GRANTS: Readonly<Record<Wish, Grant>> = {
  help: (state, { now }) => askAgain(tell(state, saying('talk.help')), now),
  restart,
  back,
  repeat: (state, { now }) =>
    state.record.last.length === 0 ? askAgain(tell(state, saying('talk.repeatNothing')), now) : end(state, state.record.last),
  answers: (state, { now }) => askAgain(tellAnswers(state), now),
  change: (state, { now }) => offerChange(state, (told) => askAgain(told, now)),
  why: explain('why'),
  what: explain('what'),
  where: explain('where'),
  way: (state, { now }) => askAgain(tellWay(state), now),
  person: askForPerson,
  withdraw,
  refund: (state, { now }) => tellRefund(state, now),
  commands: (state, { now }, { commands = SCRIPT }) => askAgain({ ...state, commands }, now),
  privacy: tellPrivacy,
  myData: showData,
  forget: askForget,
  language: (state, world, { language }) => (language === undefined ? put(state, { kind: 'language' }) : speakIn(state, language, world)),
  cameBack,
  hello: (state, { now }) => askAgain(tell(state, saying('talk.hello')), now),
  thanks: (state, { now }) => askAgain(tell(state, saying('talk.thanks')), now),
  difference: read('difference'),
  'FAQ-01': read('FAQ-01'),
  'FAQ-02': read('FAQ-02'),
  'FAQ-03': read('FAQ-03'),
  'FAQ-04': read('FAQ-04'),
  methods: read('methods'),
};

/** Wishes that are answered with an article: words in them ("what is KMS?") say nothing about the person's own Office. */
export const isArticle = (wish: Wish): boolean => ['difference', 'FAQ-01', 'FAQ-02', 'FAQ-03', 'FAQ-04', 'methods'].includes(wish);

/** Does what was wished. */
export const grant: Grant = (state, world, wanted) => GRANTS[wanted.wish](state, world, wanted);
