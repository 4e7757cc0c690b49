const texts = JSON.parse(document.body.dataset.texts);
const links = [...document.querySelectorAll('[data-language]')];

/** The page's texts in a language. */
export const textsIn = (language) => texts[language];

/** The language that the page is in now. */
export const languageOf = () => document.documentElement.lang;

const show = (language) => {
  document.documentElement.lang = language;
  document.title = texts[language].title;
  document.querySelector('nav').setAttribute('aria-label', texts[language].languages);
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[language][element.dataset.text];
  document.getElementById('map').href = `/map?lang=${language}`;
  for (const link of links) {
    if (link.dataset.language === language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  history.replaceState(undefined, '', `/?lang=${language}`);
};

/** Switches the page without loading it anew, and says so. Without this script the links do the same by loading. */
export const onLanguage = (changed) => {
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (link.dataset.language === languageOf()) return;
      show(link.dataset.language);
      changed(link.dataset.language);
    });
  }
};
