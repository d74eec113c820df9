// How Web Chat looks here: the page's own colours, in the light and in the dark.

const light = {
  accent: '#1f6b4f', ground: '#f6f5f1', bubble: '#ffffff', edge: '#dcdad2', text: '#1d2521', subtle: '#56615b',
  mine: '#dcefe5', mineEdge: '#c3dfd1', button: '#ffffff', pressed: '#e3efe9'
};

const dark = {
  accent: '#8fd1b2', ground: '#141a17', bubble: '#1e2622', edge: '#35413b', text: '#e8ece9', subtle: '#a9b5ae',
  mine: '#23483a', mineEdge: '#2f5d4c', button: '#1a221e', pressed: '#2a3731'
};

export const darkness = matchMedia('(prefers-color-scheme: dark)');

export function look() {
  const c = darkness.matches ? dark : light;

  return {
    accent: c.accent,
    subtle: c.subtle,
    backgroundColor: c.ground,
    primaryFont: 'system-ui, sans-serif',
    bubbleBackground: c.bubble,
    bubbleBorderColor: c.edge,
    bubbleBorderRadius: 12,
    bubbleTextColor: c.text,
    bubbleMinWidth: 120,
    bubbleMaxWidth: 560,
    bubbleFromUserBackground: c.mine,
    bubbleFromUserBorderColor: c.mineEdge,
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: c.text,
    cardEmphasisBackgroundColor: c.pressed,
    notificationText: c.subtle,
    timestampColor: c.subtle,
    timestampFormat: 'absolute',
    sendBoxBackground: c.bubble,
    sendBoxTextColor: c.text,
    sendBoxPlaceholderColor: c.subtle,
    sendBoxBorderTop: `solid 1px ${c.edge}`,
    sendBoxButtonColor: c.accent,
    sendBoxButtonColorOnDisabled: c.subtle,
    sendBoxButtonShadeColor: 'transparent',
    sendBoxButtonShadeColorOnHover: c.pressed,
    sendBoxButtonShadeColorOnActive: c.pressed,
    sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxButtonKeyboardFocusIndicatorBorderColor: c.accent,
    sendBoxButtonKeyboardFocusIndicatorBorderWidth: 2,
    sendBoxHeight: 52,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: c.button,
    suggestedActionBackgroundColorOnHover: c.pressed,
    suggestedActionBackgroundColorOnActive: c.pressed,
    suggestedActionBorderColor: c.accent,
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1,
    suggestedActionKeyboardFocusIndicatorBorderColor: c.accent,
    suggestedActionKeyboardFocusIndicatorBorderWidth: 2,
    suggestedActionsVisualKeyboardIndicatorColor: c.text,
    suggestedActionTextColor: c.accent,
    transcriptActivityVisualKeyboardIndicatorColor: c.subtle,
    transcriptVisualKeyboardIndicatorColor: c.text,
    hideUploadButton: true,
    markdownRenderHTML: false,
    emojiSet: false
  };
}
