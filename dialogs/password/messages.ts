/** Words of the password dialog. No text here may invite a password. */
export const WHAT_IS_WRONG = {
  title: 'What is wrong?',
  text: 'Choose what fits best. Please never type a password here. Nobody needs it to help you.',
  buttons: [
    { title: 'I forgot it', say: 'I forgot my password' },
    { title: 'I am locked out', say: 'my account is locked' },
    { title: 'It has expired', say: 'my password has expired' },
    { title: 'This is my first log-in', say: 'how do I log in for the first time' },
    { title: 'My new one was refused', say: 'why was my new password refused' },
    { title: 'A colleague cannot get in', say: 'my colleague cannot log in' },
  ],
};
