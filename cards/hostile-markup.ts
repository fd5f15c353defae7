/** What somebody could put into a name, a mailbox or a report to make a card say something else. */
export const HOSTILE_MARKUP =
  '[Click here](https://evil.example) <b>bold</b> **loud** `code` &amp; # 1. $' + '{x} 😀 مرحبا';
