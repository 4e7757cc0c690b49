/** Where the page is not served by https or from this computer, browsers have no clipboard for scripts. */
const copyOldWay = (text) => {
  const box = document.createElement('textarea');
  const focused = document.activeElement;
  box.value = text;
  document.body.append(box);
  box.select();
  const isDone = document.execCommand('copy');
  box.remove();
  focused?.focus();
  return isDone;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
};

/** A card's button that carries a command copies it, one that carries an address of ours opens it; neither sends anything to the bot. */
export const cardActions = (announce) => () => (next) => (request) => {
  const { type, value } = request.cardAction;
  if (type !== 'postBack') return next(request);
  if (typeof value?.open === 'string') return void window.open(new URL(value.open, location.origin), '_blank', 'noopener');
  if (typeof value?.copy !== 'string') return next(request);
  void copy(value.copy).then((isDone) => announce(isDone ? 'copied' : 'notCopied'));
};
