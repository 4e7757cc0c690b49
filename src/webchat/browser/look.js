const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const font = () => getComputedStyle(document.body).fontFamily;

/** Web Chat's style options, in the colours of the page. */
export const look = () => {
  const [surface, text, muted, line, accent, own, ownText, onAccent] = [
    'surface',
    'text',
    'muted',
    'line',
    'accent',
    'own',
    'own-text',
    'on-accent',
  ].map(color);
  return {
    primaryFont: font(),
    backgroundColor: surface,
    accent,
    subtle: muted,
    bubbleBackground: color('desk'),
    bubbleTextColor: text,
    bubbleBorderColor: line,
    bubbleBorderRadius: 10,
    bubbleMaxWidth: 640,
    bubbleFromUserBackground: own,
    bubbleFromUserTextColor: ownText,
    bubbleFromUserBorderColor: own,
    bubbleFromUserBorderRadius: 10,
    timestampColor: muted,
    hideUploadButton: true,
    markdownRenderHTML: false,
    // A long outcome is read from its start: what arrives is not scrolled past.
    autoScrollSnapOnPage: true,
    sendBoxTextWrap: true,
    sendBoxBackground: surface,
    sendBoxTextColor: text,
    sendBoxPlaceholderColor: muted,
    sendBoxButtonColor: accent,
    sendBoxButtonColorOnFocus: accent,
    sendBoxButtonColorOnHover: accent,
    sendBoxBorderTop: `solid 1px ${line}`,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: surface,
    suggestedActionBackgroundColorOnHover: own,
    suggestedActionBackgroundColorOnFocus: surface,
    suggestedActionBackgroundColorOnActive: own,
    suggestedActionTextColor: accent,
    suggestedActionTextColorOnHover: ownText,
    suggestedActionBorderColor: accent,
    suggestedActionBorderRadius: 18,
    suggestedActionKeyboardFocusIndicatorBorderColor: accent,
    suggestedActionsVisualKeyboardIndicatorColor: accent,
    transcriptVisualKeyboardIndicatorColor: accent,
    transcriptActivityVisualKeyboardIndicatorColor: accent,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: accent,
    suggestedActionHeight: 36,
    cardEmphasisBackgroundColor: color('code'),
    cardPushButtonBackgroundColor: accent,
    cardPushButtonTextColor: onAccent,
    transcriptOverlayButtonBackground: accent,
    transcriptOverlayButtonColor: onAccent,
  };
};

/** Adaptive Cards in the colours of the page, dark ones too, which Web Chat's own set does not know. */
export const cardColors = () => {
  const foregroundColors = Object.fromEntries(
    ['default', 'accent', 'attention', 'dark', 'good', 'light', 'warning'].map((name) => [
      name,
      { default: color(name === 'accent' ? 'accent' : 'text'), subtle: color('muted') },
    ]),
  );
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  const fontSizes = { small: 14, default: 16, medium: 18, large: 20, extraLarge: 24 };
  const codeSizes = { ...fontSizes, default: 14 };
  const cell = { color: 'default', size: 'default', isSubtle: false, wrap: true };
  return {
    fontTypes: {
      default: { fontFamily: font(), fontSizes },
      monospace: { fontFamily: 'ui-monospace, Consolas, Menlo, monospace', fontSizes: codeSizes },
    },
    supportsInteractivity: true,
    containerStyles: { default: { foregroundColors }, emphasis: style(color('code')), accent: style(color('code')) },
    actions: { actionAlignment: 'stretch', actionsOrientation: 'vertical', buttonSpacing: 8, maxActions: 100 },
    factSet: { title: { ...cell, weight: 'bolder', maxWidth: 200 }, value: { ...cell, weight: 'default' }, spacing: 12 },
    separator: { lineThickness: 1, lineColor: color('line') },
    textBlock: { headingLevel: 2 },
  };
};
