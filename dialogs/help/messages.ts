/** Words of the help dialog. */
export const NONE_OF_THESE = {
  title: 'None of these',
  text: 'Try asking in other words. If I still do not have it, a person can help.',
  buttons: [
    { title: 'Ask a person', say: 'I want to speak to a person' },
    { title: 'Menu', say: 'menu' },
  ],
};

export const MY_DATA = {
  intro: 'Only you see this. I keep your words only where you sent them to helpers, or said that I may.',
  nothing: 'I keep nothing about you yet.',
};

export const MY_DATA_ELSEWHERE = {
  title: 'Ask me in our own chat',
  text: 'Others can read what I say here. Open a chat with me and ask again.',
  buttons: [],
};

export const CONFIRM_DELETION = {
  title: 'Delete my data?',
  text: 'Your reminders will not come. Questions that you sent to the helpers are deleted, also open ones: nobody will answer them. Warnings about your account cannot reach you here until you write to me again.',
  buttons: [
    { title: 'Yes, delete it', say: 'yes, delete my data' },
    { title: 'No, keep it', say: 'no, keep my data' },
  ],
};

export const DELETED = {
  title: 'Deleted',
  text: 'Your questions to the helpers are gone, also open ones. Ask again if you still need an answer.\n\nYour reminders, the address of our chat, your address and where we were in our conversation are gone. Teams keeps its own copy of our chat.',
  stays: 'This stays:',
  buttons: [{ title: 'What is left', say: 'what do you know about me' }],
};
