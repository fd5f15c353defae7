/** Words of the help dialog. */
export const NONE_OF_THESE = {
  title: 'None of these',
  text: 'Try asking in other words. If I still do not have it, a person can help.',
  buttons: [
    { title: 'Ask a person', say: 'I want to speak to a person' },
    { title: 'Menu', say: 'menu' },
  ],
};
