import { cardActions } from './card-actions.js';
import { languageOf, onLanguage, textsIn } from './language.js';
import { cardColors, look } from './look.js';
import { createStore, unsentIn } from './store.js';
import { connect } from './talk.js';

const chat = document.getElementById('chat');
const note = document.getElementById('note');
const dark = matchMedia('(prefers-color-scheme: dark)');

let talk;
let store;
let fading;

/** Says something that is not part of the talk, on the page and to screen readers; for a while, or until something else is said. */
const announce = (key, milliseconds) => {
  clearTimeout(fading);
  note.textContent = key === undefined ? '' : textsIn(languageOf())[key];
  if (milliseconds !== undefined) fading = setTimeout(announce, milliseconds);
};

const draw = () => {
  const texts = textsIn(languageOf());
  window.WebChat.renderWebChat(
    {
      directLine: talk.directLine,
      store,
      locale: languageOf(),
      styleOptions: look(),
      adaptiveCardsHostConfig: cardColors(),
      cardActionMiddleware: cardActions((key) => announce(key, 4_000)),
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: texts.placeholder },
    },
    chat,
  );
};

const focusInput = () => document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();

/** The token of an administrator's link, by which this page was opened; it is used once, and gone when the page is loaded again. */
let link = new URLSearchParams(location.search).get('case');

/** The talk was opened in another window, where it goes on until somebody comes back to this one. */
const leave = () => {
  talk.leave();
  announce('elsewhere');
  addEventListener('focus', begin, { once: true });
};

/** Begins the talk, or takes it up again: everything that was said comes from the desk. */
const begin = async () => {
  talk = await connect({ onTrouble: () => announce('unreachable'), onLost: begin, isFresh: link !== null });
  announce();
  const draft = store === undefined ? '' : unsentIn(store);
  store = createStore(leave);
  if (draft !== '') store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  draw();
  focusInput();
  if (link === null) return;
  talk.tell('case', link);
  link = null;
  history.replaceState(undefined, '', `/?lang=${languageOf()}`);
};

onLanguage((language) => {
  if (talk === undefined) return;
  talk.tell('language', language);
  draw();
});
dark.addEventListener('change', () => talk !== undefined && draw());
await begin();
