const DOMAIN = `${location.origin}/v3/directline`;
const RETRY = 3_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A token for this browser's talk; tries until the desk can be reached. */
const getToken = async (onTrouble, isFresh) => {
  for (;;) {
    try {
      const response = await fetch(`${DOMAIN}/tokens/generate${isFresh ? '?fresh' : ''}`, { method: 'POST' });
      if (response.ok) return (await response.json()).token;
    } catch {
      // No network, or the desk is starting: the same as an answer that is not ok.
    }
    onTrouble();
    await pause(RETRY);
  }
};

/** Connects to the desk, to a new talk if that is wanted. `onLost` is called once, when only a new connection helps. */
export const connect = async ({ onTrouble, onLost, isFresh = false }) => {
  const token = await getToken(onTrouble, isFresh);
  const directLine = window.WebChat.createDirectLine({
    token,
    domain: DOMAIN,
    conversationStartProperties: { locale: document.documentElement.lang },
  });
  const { ExpiredToken, FailedToConnect, Ended } = { ExpiredToken: 3, FailedToConnect: 4, Ended: 5 };
  let isLost = false;
  directLine.connectionStatus$.subscribe(async (status) => {
    // A computer that slept longer than a token lives, or a talk that was forgotten meanwhile.
    if (isLost || ![ExpiredToken, FailedToConnect, Ended].includes(status)) return;
    isLost = true;
    await pause(status === ExpiredToken ? 0 : RETRY);
    await onLost();
  });
  return {
    directLine,
    /** Leaves the talk to another window. */
    leave: () => {
      isLost = true;
      directLine.end();
    },
    /** Tells the bot of something that is not said in the talk. */
    tell: (name, value) => directLine.postActivity({ type: 'event', name, value, from: { id: '' }, locale: value }).subscribe(),
  };
};
