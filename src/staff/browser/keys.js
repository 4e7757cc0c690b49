const OFF = 'desk-keys-off';

const rows = () => [...document.querySelectorAll('.queue tbody tr')];
const here = () => rows().findIndex((row) => row.classList.contains('here'));

const go = (step) => {
  const all = rows();
  const next = all[Math.min(all.length - 1, Math.max(0, here() + step))];
  for (const row of all) row.classList.toggle('here', row === next);
  next?.querySelector('[data-open]')?.focus();
};

const press = (selector, within = document) => within?.querySelector(selector)?.click();
const current = () => rows()[here()];

const visit = (selector) => {
  const field = document.querySelector(selector);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
  return field !== null;
};

const ACTS = {
  j: () => go(1),
  k: () => go(-1),
  o: () => press('[data-open]', current()),
  x: () => press('input[type=checkbox]', current()),
  t: () => press('[data-take]', rows().length > 0 ? current() : document),
  r: () => visit('#words'),
  n: () => visit('#remark'),
  u: () => press('.brand'),
  '/': () => visit('#q'),
  '?': () => document.querySelector('#keys')?.showModal(),
};

const isTyping = ({ target }) => target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null;

/** Single letters for what is done often, unless somebody switched them off. */
export const followKeys = () => {
  const isOff = () => localStorage.getItem(OFF) !== null;
  const list = document.querySelector('[data-keys]');
  if (list !== null) {
    list.hidden = false;
    list.addEventListener('click', ACTS['?']);
  }
  const change = document.querySelector('[data-switch]');
  const show = () => {
    if (change !== null) change.textContent = isOff() ? change.dataset.on : change.dataset.off;
  };
  change?.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
    show();
  });
  show();
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isOff()) return;
    const act = ACTS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
