/** How often the page asks what is new, while the desk tells it and while it does not, and tells that somebody has the case open; in milliseconds. */
const TOLD = 15_000;
const UNTOLD = 2_500;
const HERE = 10_000;
/** Between two looks, however much is told. */
const PAUSE = 1_000;

const parts = (root) => new Map([...root.querySelectorAll('[data-live]')].map((part) => [part.dataset.live, part]));

/** What the person has chosen or opened within a part, to be found again in the new one. */
const stateOf = (part) => ({
  ticked: [...part.querySelectorAll('input[type=checkbox]:checked')].map(({ value }) => value.split(' ')[0]),
  // A list that was changed, or a text that was begun.
  isEdited: [...part.querySelectorAll('select, textarea, input:not([type=hidden], [type=checkbox])')].some((field) =>
    field instanceof HTMLSelectElement
      ? [...field.options].some(
          (option, at) => option.selected !== (option.defaultSelected || (at === 0 && !field.querySelector('[selected]'))),
        )
      : field.value !== field.defaultValue,
  ),
  focused: part.contains(document.activeElement) ? document.activeElement.closest('[data-key]')?.dataset.key : undefined,
  isIn: part.contains(document.activeElement),
  here: part.querySelector('.here')?.dataset?.key,
});

const replace = (old, fresh) => {
  const { ticked, isEdited, focused, isIn, here } = stateOf(old);
  // Nothing is taken from under somebody's hands.
  if (isEdited || (isIn && focused === undefined)) return;
  const open = [...old.querySelectorAll('details')].map((details) => details.open);
  old.replaceWith(fresh);
  for (const [at, details] of [...fresh.querySelectorAll('details')].entries()) details.open = open[at] ?? details.open;
  showWay(fresh);
  for (const box of fresh.querySelectorAll('input[type=checkbox]')) box.checked = ticked.includes(box.value.split(' ')[0]);
  if (here !== undefined) fresh.querySelector(`[data-key="${here}"]`)?.classList.add('here');
  if (focused !== undefined) fresh.querySelector(`[data-key="${focused}"] a`)?.focus();
};

const look = async () => {
  last = Date.now();
  const response = await fetch(location.href, { headers: { 'x-live': '1' }, redirect: 'error' });
  if (response.status === 401) return location.reload();
  if (!response.ok) return;
  const fresh = parts(new DOMParser().parseFromString(await response.text(), 'text/html'));
  for (const [name, old] of parts(document)) {
    const next = fresh.get(name);
    if (next !== undefined && !next.isEqualNode(old)) replace(old, document.adoptNode(next));
  }
  document.dispatchEvent(new Event('fresh'));
};

const tell = () => {
  const number = document.querySelector('#case')?.dataset.number;
  const token = document.querySelector('input[name=token]')?.value;
  if (number === undefined || token === undefined) return;
  void fetch(`/desk/cases/${number}/here`, { method: 'POST', body: new URLSearchParams({ token }), headers: { 'x-live': '1' } }).catch(
    () => {},
  );
};

const isSeen = () => document.visibilityState === 'visible';

let news;
/** The desk tells when something has changed. Only of a page that is seen: a browser has few connections to one desk. */
const listen = () => {
  news?.close();
  news = isSeen() ? new EventSource('/desk/news') : undefined;
  news?.addEventListener('open', lookSoon);
  news?.addEventListener('message', lookSoon);
};

let next;
let isLooking = false;
/** A look after a while, or sooner where one is told; one at a time. */
const lookIn = (time) => {
  clearTimeout(next);
  next = setTimeout(async () => {
    isLooking = true;
    // The desk may be away for a moment: the next look tells.
    if (isSeen()) await look().catch(() => {});
    isLooking = false;
    lookIn(isTold ? PAUSE : news?.readyState === EventSource.OPEN ? TOLD : UNTOLD);
    isTold = false;
  }, time);
};

let isTold = false;
let last = 0;
const lookSoon = () => {
  isTold = isLooking;
  if (!isLooking) lookIn(Math.max(0, last + PAUSE - Date.now()));
};

/** Shows where the way goes on: the pictures are larger than their frames. */
const showWay = (root) => {
  const rests = document.querySelector('.way')?.dataset.rests;
  for (const picture of root.querySelectorAll('.picture')) {
    const on = [...picture.querySelectorAll('[data-place].on')];
    const box = on.find(({ dataset }) => dataset.place === rests) ?? on.at(-1);
    if (box === undefined) continue;
    const [at, frame] = [box.getBoundingClientRect(), picture.getBoundingClientRect()];
    picture.scrollTo(
      picture.scrollLeft + at.left - frame.left - frame.width / 2 + at.width / 2,
      picture.scrollTop + at.top - frame.top - frame.height / 2 + at.height / 2,
    );
  }
};

/** Keeps the parts of the page that change as the desk has them, without a word from the person. */
export const followLive = () => {
  if (document.querySelector('[data-live]') === null) return;
  showWay(document);
  tell();
  listen();
  lookIn(UNTOLD);
  document.addEventListener('visibilitychange', listen);
  setInterval(() => isSeen() && tell(), HERE);
};
