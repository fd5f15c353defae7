/** Words that belong to no single feature. */

export const MENU_BUTTON = { title: 'Menu', say: 'menu' };

export const STOPPED = {
  title: 'Stopped',
  text: 'Nothing was saved. You can ask me something else.',
  buttons: [{ title: 'Menu', say: 'menu' }],
};

/** For administrators, in a chat that others read. */
export const ONLY_IN_PRIVATE = {
  title: 'Please ask me in a private chat',
  text: 'This is for administrators, so I only show it in a chat with you alone.',
  buttons: [],
};

export const NOTHING_TO_STOP = {
  title: '',
  text: 'All right. You can ask me something else.',
  buttons: [{ title: 'Menu', say: 'menu' }],
};

/** @param of what is in progress, such as `the DSPT stage check`. */
export function helpInTheMiddle(of: string) {
  return {
    title: `You are in the middle of ${of}`,
    text: 'Press a button, or answer in your own words. You can say "back", "start again" or "stop" at any time. Or ask me something else: I will come back to this.',
    buttons: [
      { title: 'Menu', say: 'menu' },
      { title: 'Ask a person', say: 'I want to speak to a person' },
    ],
  };
}

/** Said when something broke. The reference is in the log. */
export function calmWords(reference: string): string {
  return `Sorry, something went wrong and I could not answer. Please try again. If it keeps happening, give your IT team this reference: ${reference}.`;
}
