/* Runs in a page beside Adaptive Cards' own renderer and Web Chat, whose Markdown it borrows. */
const { AdaptiveCard, HostConfig } = AdaptiveCards;

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = WebChat.renderMarkdown(text, { markdownRespectCRLF: true }, { externalLinkAlt: '' });
  result.didProcess = true;
};

const element = (name, text = '') => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};

const cardOf = (content, config) => {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(config);
  card.parse(content);
  return card.render();
};

const textOf = (text) => {
  const said = element('p', text);
  said.dir = 'auto';
  return said;
};

/** Draws messages one below the other, as a client with this host configuration does. */
globalThis.draw = (messages, config) => {
  for (const { text = '', attachments = [], suggestedActions } of messages) {
    const message = document.body.appendChild(element('article'));
    message.append(...(attachments.length > 0 ? attachments.map(({ content }) => cardOf(content, config)) : [textOf(text)]));
    const buttons = document.body.appendChild(element('nav'));
    buttons.append(...(suggestedActions?.actions ?? []).map(({ title }) => element('button', title)));
  }
};
