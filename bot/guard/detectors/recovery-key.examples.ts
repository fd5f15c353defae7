/** What the `recovery-key` detector must find, and what it must leave alone. All of it is made up. */
import type { Detector } from '../secret-kind.ts';

export const examples: Detector['examples'] = {
  yes: [
    { text: 'recovery key 112233-445566-778899-001122-334455-667788-990011-223344', secret: '445566-778899' },
    { text: 'bitlocker 220033-440055-660077-880099-110022-330044-550066-770088', secret: '770088' },
    { text: 'my recovery code is X7KQ-99PL-22MN', secret: 'X7KQ-99PL-22MN' },
    { text: 'backup codes: 4432 9981 2210', secret: '9981' },
    { text: 'back-up code abcd-1234-efgh', secret: 'abcd-1234-efgh' },
    { text: 'secret key is KRSXG5CTMVRXEZLU', secret: 'KRSXG5CTMVRXEZLU' },
    { text: 'setup key: mzxw 6ytb oi2d gnbv', secret: '6ytb' },
    { text: 'the backup code i printed is 99182736', secret: '99182736' },
    { text: 'recovery codes 7788-1212, 7788-3434 and 7788-5656', secret: '7788-5656' },
    {
      text: 'temporary access pass is Zq7!xx ignore that, temporary access pass: K8dR2mQp',
      secret: 'K8dR2mQp',
    },
    { text: 'reset token 8f3a9c2e71 isnt valid', secret: '8f3a9c2e71' },
    { text: 'authenticator key NB2W45DFOIZA', secret: 'NB2W45DFOIZA' },
    { text: 'recovery password 334422-118899-557700-223311-664488-990022-771155-336688', secret: '336688' },
    { text: 'emergency code 5541-8832', secret: '5541-8832' },
  ],
  no: [
    'what is a recovery key',
    'I lost my recovery key',
    'bitlocker is asking for a recovery key',
    'where do I find my backup codes',
    'recovery code not working',
    'do I need a backup code',
    'backup codes are they safe',
    'setup key wont scan',
    'recovery key ID',
    'recovery email is sam.jones@nhs.net',
    'the recovery phone is 07700 900123',
    'reset code never arrived',
    'key worker rota 2026',
    'recovery key for laptop asked on Windows 11',
    'security key for my door',
  ],
};
