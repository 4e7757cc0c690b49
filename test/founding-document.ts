/** A statement of the page that this project was born from: where it is said, and which figures must stand there, in every language ("a|b": one of them). */
interface Statement {
  /** In our own words. */
  readonly says: string;
  readonly keys: readonly string[];
  readonly figures?: readonly string[];
}

/** Every statement of "Activate volume editions of Office" (read as a saved copy in November 2026). Where newer documents correct it, the text tells both, with dates. */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  S01: {
    says: 'Two methods: MAK and KMS (today a third, Active Directory).',
    keys: ['outcomes.TYPE-01.summary', 'articles.methods.text.1', 'outcomes.HOST-10.summary'],
    figures: ['MAK', 'KMS'],
  },
  S02: {
    says: 'An administrator can say which method applies.',
    keys: ['outcomes.TYPE-01.summary', 'outcomes.TYPE-01.steps.1', 'articles.difference.text.5'],
  },
  S03: { says: 'Without an administrator it is most likely MAK.', keys: ['outcomes.TYPE-02.summary', 'articles.difference.text.5'] },
  S04: { says: 'A MAK has to be got, or given by the administrator.', keys: ['outcomes.TYPE-03.summary', 'outcomes.TYPE-03.steps.1'] },
  S05: {
    says: 'For KMS the administrator helps, with the host or the computer.',
    keys: ['outcomes.KMS-01.steps.5', 'outcomes.KMS-02.steps.1'],
  },
  S06: {
    says: 'Where the key is changed, for 2013, 2016, 2019 and LTSC 2021.',
    keys: ['outcomes.MAK-01.summary', 'outcomes.MAK-01.steps.1', 'outcomes.MAK-02.summary'],
    figures: ['2013', '2016', '2019', '2021'],
  },
  S07: { says: 'The MAK is entered.', keys: ['outcomes.MAK-01.steps.2'] },
  S08: {
    says: 'The box for automatic activation over the internet is ticked.',
    keys: ['outcomes.MAK-01.steps.3', 'outcomes.MAK-05.steps.1'],
  },
  S09: { says: 'The program is restarted.', keys: ['outcomes.MAK-01.steps.4', 'outcomes.POST-01.summary', 'outcomes.POST-01.steps.2'] },
  S10: {
    says: 'File > Account shows it.',
    keys: ['outcomes.MAK-01.steps.5', 'outcomes.OK-01.steps.1'],
    figures: ['File > Account|Datei > Konto'],
  },
  S11: { says: 'Without the tick Office asks at the next opening.', keys: ['outcomes.MAK-04.summary'] },
  S12: { says: 'The wizard offers internet or telephone.', keys: ['outcomes.MAK-05.summary', 'outcomes.PHONE-01.summary'] },
  S13: {
    says: 'Online, a valid key below its allowance activates at once.',
    keys: ['outcomes.MAK-05.steps.1', 'outcomes.MAK-05.steps.2', 'outcomes.MAK-09.summary'],
  },
  S14: {
    says: 'What is sent to Microsoft, and that it identifies nobody.',
    keys: ['outcomes.MAK-05.steps.3', 'articles.FAQ-04.text.1', 'articles.FAQ-04.text.2'],
  },
  S15: { says: 'A confirmation ID comes back.', keys: ['outcomes.MAK-05.steps.4', 'articles.FAQ-04.text.1'] },
  S16: { says: 'The wizard says when there is no connection.', keys: ['outcomes.MAK-06.summary'] },
  S17: { says: 'On the telephone an agent helps.', keys: ['outcomes.PHONE-01.steps.5'] },
  S18: {
    says: 'Numbers are not listed: they depend on retail, OEM or volume, and more.',
    keys: ['outcomes.PHONE-01.steps.4'],
    figures: ['OEM'],
  },
  S19: { says: 'The number is the one that the wizard shows in step 2.', keys: ['outcomes.PHONE-01.steps.4'], figures: ['2'] },
  S20: { says: 'The telephone may take longer.', keys: ['outcomes.PHONE-01.steps.3'] },
  S21: { says: 'Be at the computer, with the key.', keys: ['outcomes.PHONE-01.steps.3'] },
  S22: { says: 'The country where one lives and uses the product.', keys: ['outcomes.PHONE-01.steps.3', 'outcomes.PHONE-01.steps.4'] },
  S23: {
    says: 'Installation ID in, confirmation ID out.',
    keys: [
      'outcomes.PHONE-01.steps.4',
      'outcomes.PHONE-01.steps.5',
      'outcomes.PHONE-03.steps.3',
      'outcomes.PHONE-06.steps.2',
      'outcomes.PHONE-06.steps.3',
    ],
  },
  S24: {
    says: '"No longer supported": older advice and what is reported since.',
    keys: ['outcomes.PHONE-02.summary', 'outcomes.PHONE-02.steps.4', 'outcomes.PHONE-03.steps.5'],
  },
  S25: {
    says: 'The confirmation ID goes in at the bottom, then Enter.',
    keys: ['outcomes.PHONE-01.steps.2', 'outcomes.PHONE-03.steps.4', 'outcomes.PHONE-04.steps.1'],
  },
  S26: { says: 'Text telephone numbers.', keys: ['outcomes.PHONE-05.steps.5'], figures: ['(800) 718-1599', '(716) 871-6859'] },
  S27: { says: 'Text telephone in English only.', keys: ['outcomes.PHONE-05.steps.6'] },
  S28: {
    says: 'KMS runs in the background; the administrator helps.',
    keys: ['outcomes.KMS-01.summary', 'outcomes.KMS-01.steps.5', 'outcomes.KMS-02.summary', 'outcomes.KMS-02.steps.1'],
  },
  S29: {
    says: 'The code in the dialog box may give the reason.',
    keys: ['outcomes.KMS-01.steps.4', 'outcomes.KMS-02.steps.2', 'outcomes.TECH-07.summary', 'outcomes.TECH-07.steps.1'],
  },
  S30: {
    says: 'How to see that Office is activated; Manage Account where it is shown.',
    keys: ['outcomes.OK-01.steps.1', 'outcomes.OK-01.steps.2', 'articles.FAQ-03.text.1', 'articles.FAQ-03.text.2'],
    figures: ['File > Account > Manage Account|Datei > Konto > Konto verwalten|Manage Account|Konto verwalten'],
  },
  S31: {
    says: 'A MAK of its own for each organisation and volume edition.',
    keys: ['outcomes.MAK-09.summary', 'articles.FAQ-01.text.1'],
    figures: ['MAK'],
  },
  S32: { says: 'Each computer activates once with Microsoft.', keys: ['articles.FAQ-01.text.2', 'outcomes.HOST-14.summary'] },
  S33: {
    says: 'A MAK has a number of activations, such as 100.',
    keys: ['outcomes.MAK-09.summary', 'outcomes.MAK-09.steps.3', 'articles.FAQ-01.text.3'],
    figures: ['100'],
  },
  S34: {
    says: 'MAK suits portable computers away from the network.',
    keys: ['outcomes.KMS-06.summary', 'articles.FAQ-01.text.5', 'articles.methods.text.2', 'outcomes.HOST-10.steps.1'],
  },
  S35: {
    says: 'The MAK replaces the client key.',
    keys: ['outcomes.KMS-06.summary', 'articles.FAQ-01.text.5', 'outcomes.HOST-11.summary'],
  },
  S36: { says: 'No renewal with MAK.', keys: ['outcomes.OK-01.summary', 'articles.FAQ-01.text.6', 'outcomes.KMS-06.check'] },
  S37: {
    says: 'Changed hardware: activate again.',
    keys: ['outcomes.MAK-13.summary', 'outcomes.MAK-13.steps.1', 'articles.FAQ-01.text.6'],
  },
  S38: { says: 'Beyond the limit more activations are asked for.', keys: ['outcomes.MAK-09.steps.2', 'articles.FAQ-01.text.4'] },
  S39: {
    says: 'The organisation looks after its keys, and after computers without internet.',
    keys: [
      'outcomes.PHONE-06.summary',
      'articles.FAQ-01.text.7',
      'outcomes.HOST-14.summary',
      'outcomes.HOST-14.steps.5',
      'outcomes.HOST-17.summary',
      'outcomes.HOST-17.steps.4',
    ],
  },
  S40: { says: 'MAK: no functions are lost.', keys: ['outcomes.TYPE-07.summary', 'outcomes.POST-06.summary', 'articles.FAQ-01.text.8'] },
  S41: { says: 'After success no more notices.', keys: ['outcomes.OK-01.steps.4', 'articles.FAQ-01.text.8', 'articles.FAQ-02.text.6'] },
  S42: { says: 'KMS activates on the local network.', keys: ['articles.FAQ-02.text.1', 'outcomes.HOST-01.summary'] },
  S43: { says: 'Single computers need not contact Microsoft.', keys: ['articles.FAQ-02.text.1'] },
  S44: { says: 'One computer is the KMS host.', keys: ['articles.FAQ-02.text.2', 'outcomes.HOST-01.summary', 'outcomes.HOST-01.steps.1'] },
  S45: {
    says: 'The administrator enters a host key.',
    keys: ['articles.FAQ-02.text.2', 'outcomes.HOST-01.summary', 'outcomes.HOST-01.steps.2', 'outcomes.HOST-03.steps.3'],
  },
  S46: {
    says: 'The host key is activated with Microsoft once.',
    keys: [
      'outcomes.PHONE-07.summary',
      'outcomes.KMS-13.summary',
      'outcomes.KMS-13.steps.2',
      'outcomes.KMS-13.steps.3',
      'outcomes.KMS-13.steps.4',
      'outcomes.KMS-13.steps.5',
      'articles.FAQ-02.text.2',
      'outcomes.HOST-01.steps.3',
      'outcomes.HOST-01.steps.4',
    ],
  },
  S47: {
    says: 'The client key is there from the start.',
    keys: ['outcomes.KMS-01.summary', 'outcomes.KMS-14.summary', 'articles.FAQ-02.text.3'],
  },
  S48: { says: 'KMS clients ask the host.', keys: ['outcomes.KMS-01.summary', 'articles.FAQ-02.text.3'] },
  S49: { says: 'Nobody has to act or type a key.', keys: ['outcomes.KMS-01.summary', 'articles.FAQ-02.text.3'] },
  S50: {
    says: 'The administrator activates and sets up the host.',
    keys: ['outcomes.KMS-13.summary', 'articles.FAQ-02.text.2', 'outcomes.HOST-01.summary', 'outcomes.HOST-01.steps.3'],
  },
  S51: {
    says: 'The intervals can be set.',
    keys: ['articles.FAQ-02.text.5', 'outcomes.HOST-16.summary', 'outcomes.HOST-16.steps.2', 'outcomes.HOST-16.steps.3'],
    figures: ['120', '10080'],
  },
  S52: { says: 'A dialog 25 days after installation.', keys: ['outcomes.KMS-05.summary'], figures: ['25'] },
  S53: {
    says: 'After 180 days away: unlicensed notice, red title bar (today 30 days later).',
    keys: ['outcomes.KMS-04.steps.4', 'outcomes.KMS-04.steps.5'],
    figures: ['180', '30'],
  },
  S54: { says: 'KMS: no functions are lost.', keys: ['outcomes.POST-06.summary', 'outcomes.KMS-04.summary'] },
  S55: { says: 'Client and server.', keys: ['articles.FAQ-02.text.4'] },
  S56: {
    says: 'The host is found by DNS or a name in the registry.',
    keys: ['outcomes.KMS-07.summary', 'outcomes.KMS-15.summary', 'articles.FAQ-02.text.4'],
    figures: ['DNS'],
  },
  S57: { says: 'By remote procedure call.', keys: ['outcomes.KMS-08.summary', 'articles.FAQ-02.text.4'], figures: ['RPC'] },
  S58: { says: 'Unseen.', keys: ['outcomes.KMS-01.summary', 'articles.FAQ-02.text.4'] },
  S59: { says: 'A key that does not work: the seller, a refund.', keys: ['outcomes.MAK-11.steps.6', 'outcomes.SELLER-01.steps.1'] },
  S60: { says: 'Keys sold alone are quite possibly stolen, then blocked.', keys: ['outcomes.SELLER-01.summary'] },
  S61: { says: 'Dishonest sellers.', keys: ['outcomes.SELLER-01.summary', 'outcomes.SELLER-05.summary'] },
  S62: { says: 'Counterfeit labels and cards.', keys: ['outcomes.SELLER-02.summary'] },
  S63: { says: 'Media not for resale.', keys: ['outcomes.SELLER-03.summary'], figures: ['OEM'] },
  S64: {
    says: 'Where the further pages are.',
    keys: [
      'outcomes.MAK-05.summary',
      'outcomes.RETAIL-01.steps.2',
      'outcomes.RETAIL-02.steps.5',
      'outcomes.RETAIL-04.steps.4',
      'outcomes.WIN-01.steps.3',
      'outcomes.MAC-01.steps.1',
    ],
  },
};
