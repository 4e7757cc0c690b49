const CARD = 'application/vnd.microsoft.card.adaptive';

/** An outcome says everything twice, as text and as a card. Here the card is shown, so the text is not. */
const shown = (activity) =>
  activity.channelData?.activationDesk?.outcome !== undefined && activity.attachments?.some(({ contentType }) => contentType === CARD)
    ? { ...activity, text: undefined }
    : activity;

/** Web Chat's store, with what arrives made fit to be shown. `onElsewhere` is called when the talk was opened in another window. */
export const createStore = (onElsewhere) =>
  window.WebChat.createStore({}, () => (next) => (action) => {
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return next(action);
    if (action.payload.activity.type === 'event' && action.payload.activity.name === 'elsewhere') return onElsewhere();
    return next({ ...action, payload: { ...action.payload, activity: shown(action.payload.activity) } });
  });

/** What a person has written and the desk has not taken, to be put back into the input. */
export const unsentIn = (store) => {
  const { activities, sendBoxValue } = store.getState();
  const unsent = activities.filter(({ channelData }) => ['sending', 'send failed'].includes(channelData?.['webchat:send-status']));
  return [...unsent.map(({ text }) => text), sendBoxValue].filter(Boolean).join('\n');
};
