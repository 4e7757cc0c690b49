import { shelve } from '../operations/learned.ts';

const languages = shelve();
process.stdout.write(languages.length === 0 ? 'Nothing new to learn.\n' : `Learned from the examples: ${languages.join(', ')}.\n`);
