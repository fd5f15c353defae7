import type { OwnChatCardData } from './own-chat-card.ts';

export const examples = {
  default: {
    link: 'https://teams.microsoft.com/l/chat/0/0?users=28:11111111-2222-3333-4444-555555555555',
  },
  empty: { link: '' },
  hostile: { link: 'https://teams.microsoft.com/l/chat/0/0?users=28:%3Cb%3E%5Bx%5D(y)' },
} satisfies Record<string, OwnChatCardData>;
