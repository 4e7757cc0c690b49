// Every mistake below must not compile: tsc fails here where one would.
import { branch, fork, model, outcome, question, when } from '../src/machines/model.ts';

branch('kms', 'a', {
  // @ts-expect-error a value is forgotten
  a: question('kms.network', { inside: 'b', unknown: 'b' }),
  // @ts-expect-error "I don't know" is forgotten
  b: question('kms.network', { inside: 'c', outside: 'c' }),
  // @ts-expect-error a value too many
  c: question('kms.network', { inside: 'd', outside: 'd', unknown: 'd', upside: 'd' }),
  // @ts-expect-error a place that is not in this file
  d: question('kms.network', { inside: 'e', outside: 'nowhere', unknown: 'e' }),
  // @ts-expect-error a branch that is not in the tree
  e: question('kms.network', { inside: 'f', outside: '#nowhere', unknown: 'f' }),
  // @ts-expect-error no such question
  f: question('kms.netwrok', { inside: 'g', outside: 'g', unknown: 'g' }),
  // @ts-expect-error a sign cannot be asked
  g: question('code.group', { none: 'h' }),
  // @ts-expect-error a value of a sign is forgotten
  h: fork('key.kind', { client: 'i' }),
  // @ts-expect-error no such outcome
  i: outcome('KMS-99'),
  // @ts-expect-error the next best thing is nowhere
  j: outcome('KMS-08', { no: 'nowhere' }),
  // @ts-expect-error a value that the fact does not have
  k: when('product', { toaster: 'a' }, 'a'),
  // @ts-expect-error goes on to nowhere
  l: when('product', { mac: 'a' }, 'nowhere'),
  ok: outcome('KMS-08', { no: 'a', cannot: '#mak' }),
});
// @ts-expect-error starts nowhere
branch('mak', 'nowhere', { a: outcome('KMS-08') });
// @ts-expect-error a branch that the model does not name
branch('mka', 'a', { a: outcome('KMS-08') });
// @ts-expect-error raw guard, wrong value
model.createStateConfig({ always: { guard: { type: 'is', params: { fact: 'method', value: 'kmz' } }, target: '#kms' } });
// @ts-expect-error raw guard, wrong fact
model.createStateConfig({ always: { guard: { type: 'is', params: { fact: 'methd', value: 'kms' } }, target: '#kms' } });
// @ts-expect-error raw meta, wrong question
model.createStateConfig({ meta: { ask: 'methd' } });
