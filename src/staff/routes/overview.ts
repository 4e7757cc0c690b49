import { isQuestion, isValueOf, QUESTIONS } from '../../machines/facts.ts';
import { createCatchUp } from '../catch-up.ts';
import type { Unheard } from '../kept.ts';
import { overviewOf } from '../overview.ts';
import { messagePage } from '../pages/message.ts';
import { overviewPage } from '../pages/overview.ts';
import { phrasePage, proposalPage } from '../pages/phrase.ts';
import { proposalFor } from '../proposal.ts';
import type { Room } from '../room.ts';
import type { Route } from '../route.ts';
import { go, show } from '../visit.ts';

const DAYS = 30;
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
/** Who is silent that long in the middle of a talk has left it, in milliseconds. */
const LEFT = HOUR;
/** Outbreaks are of these days, among so many talks at most, the latest ones. */
const OUTBREAK_DAYS = 3;
const MOST_NAMING = 10_000;
const SHOWN = 50;
/** Nobody waits for more than so many steps of counting: the clock does the rest. */
const FEW = 10;
/** What was worked out is shown for so long, in milliseconds. */
const FRESH = 30_000;

const meanings = (fact: string): readonly (readonly [string, string])[] =>
  isQuestion(fact) ? [...QUESTIONS[fact], 'unknown'].map((value) => [fact, value] as const) : [];

/** What a saying may mean: an answer to the question that was open first, then any other. */
const meaningsOf = ({ ask }: Unheard): readonly (readonly [string, string])[] => [
  ...(ask === undefined ? [] : meanings(ask)),
  ...Object.keys(QUESTIONS)
    .filter((fact) => fact !== ask)
    .flatMap(meanings),
];

/** The overview, the banner and what the bot is taught. */
export const overviewRoutes = ({ kept, audit, now }: Room): readonly Route[] => {
  let before: { readonly at: number; readonly overview: ReturnType<typeof overviewOf> } | undefined;

  const catchUp = createCatchUp(kept);

  const workedOut = async () => {
    const time = now().getTime();
    if (before !== undefined && time - before.at < FRESH) return before.overview;
    const ago = (milliseconds: number) => new Date(time - milliseconds).toISOString();
    await catchUp(FEW);
    const overview = overviewOf({
      counts: await kept.counts(ago(DAYS * DAY)),
      lately: await kept.lately(ago(LEFT)),
      waits: await kept.waits(ago(DAYS * DAY)),
      namings: await kept.namings(ago(OUTBREAK_DAYS * DAY), MOST_NAMING),
    });
    before = { at: time, overview };
    return overview;
  };

  return [
    {
      method: 'get',
      path: '/desk/overview',
      deed: 'read',
      handle: async (visit) => {
        const [overview, unheard, banners] = [await workedOut(), await kept.unheard(SHOWN), await kept.banners()];
        return show(overviewPage(visit, { days: DAYS, overview, unheard, banners, now: now().toISOString() }));
      },
    },
    {
      method: 'post',
      path: '/desk/overview/banner',
      deed: 'banner',
      handle: async ({ form, staff }) => {
        const about = (form.get('about') ?? '').trim();
        const on = form.get('to') === 'on';
        if (/^[\w.:-]{1,255}$/.test(about)) {
          await kept.setBanner(about, on, now().toISOString());
          await audit({ at: now().toISOString(), who: staff.id, what: 'banner', about: `${about} ${on ? 'on' : 'off'}` });
        } else await audit({ at: now().toISOString(), who: staff.id, what: 'banner', result: 'refused: incomplete' });
        return go('/desk/overview');
      },
    },
    {
      method: 'get',
      path: '/desk/overview/phrase',
      deed: 'review',
      handle: async (visit) => {
        const unheard = await kept.unheardAt(visit.query.get('id') ?? '');
        return unheard === undefined
          ? show(messagePage(visit.language, 'gone'), 404)
          : show(phrasePage(visit, unheard, meaningsOf(unheard)));
      },
    },
    {
      method: 'post',
      path: '/desk/overview/phrase',
      deed: 'review',
      handle: async (visit) => {
        const { form, staff, language } = visit;
        const id = form.get('id') ?? '';
        const unheard = await kept.unheardAt(id);
        if (unheard === undefined) return show(messagePage(language, 'gone'), 404);
        const [fact = '', value = ''] = (form.get('meaning') ?? '').split('=');
        const isKnown = isQuestion(fact) && isValueOf(fact, value);
        if (form.get('does') === 'propose' && !isKnown) {
          await audit({ at: now().toISOString(), who: staff.id, what: 'review', result: 'refused: incomplete' });
          return show(messagePage(language, 'badForm'), 400);
        }
        await kept.reviewed(id);
        await audit({
          at: now().toISOString(),
          who: staff.id,
          what: 'review',
          about: form.get('does') === 'propose' ? `${fact}=${value}` : 'aside',
        });
        return form.get('does') === 'propose' ? show(proposalPage(visit, proposalFor(unheard, fact, value))) : go('/desk/overview');
      },
    },
  ];
};
