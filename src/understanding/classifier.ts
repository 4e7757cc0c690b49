import { gramsIn } from './grams.ts';

/** A label with how likely a text means it, from 0 to 1. */
export interface Likely<L extends string> {
  readonly label: L;
  readonly likely: number;
}

const ROUNDS = 16;
const RATE = 1.2;
/** A piece that only one example has tells nothing about others. */
const SEEN_AT_LEAST = 2;

/** A text of which less was ever seen is in no words that were learned. */
const FAMILIAR = 0.3;

interface Sample {
  readonly at: readonly number[];
  readonly weight: readonly number[];
}

const softmax = (scores: Float64Array): Float64Array => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/** Visits each sample once, in an order that mixes the labels and is the same at every start. */
const mixed = <T>(samples: readonly T[]): readonly T[] => {
  const labels = 53; // Next to no number of examples is a multiple of it.
  return Array.from({ length: labels }, (_, from) => samples.filter((_sample, at) => at % labels === from)).flat();
};

/**
 * Learns labels from phrases: term frequency and rarity of their grams, and a softmax over them. Without randomness, so the same phrases
 * give the same classifier at every start.
 */
export const classifier = <L extends string>(examples: readonly { readonly label: L; readonly text: string }[]) => {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const counted = examples.map(({ label, text }) => ({ label: labels.indexOf(label), grams: gramsIn(text) }));
  const seen = new Map<string, number>();
  for (const { grams } of counted) for (const gram of grams.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const known = [...seen].filter(([, times]) => times >= SEEN_AT_LEAST);
  const places = new Map(
    known.map(([gram, times], at) => [gram, { at, rare: Math.log((1 + examples.length) / (1 + times)) + 1 }] as const),
  );

  const sampleOf = (grams: ReadonlyMap<string, number>): Sample => {
    const found = [...grams].flatMap(([gram, times]) => {
      const place = places.get(gram);
      return place === undefined ? [] : [{ at: place.at, weight: (1 + Math.log(times)) * place.rare }];
    });
    const length = Math.sqrt(found.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
    return { at: found.map(({ at }) => at), weight: found.map(({ weight }) => weight / length) };
  };

  const many = labels.length;
  const weights = new Float64Array(places.size * many);
  const bias = new Float64Array(many);
  const likelyOf = ({ at, weight }: Sample): Float64Array => {
    const scores = bias.slice();
    for (let each = 0; each < at.length; each += 1) {
      const row = (at[each] ?? 0) * many;
      const by = weight[each] ?? 0;
      for (let label = 0; label < many; label += 1) scores[label] = (scores[label] ?? 0) + by * (weights[row + label] ?? 0);
    }
    return softmax(scores);
  };

  const samples = mixed(counted.map(({ label, grams }) => ({ label, sample: sampleOf(grams) })));
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = RATE * (1 - round / ROUNDS);
    for (const { label: meant, sample } of samples) {
      const likely = likelyOf(sample);
      const errors = likely.map((value, label) => rate * ((label === meant ? 1 : 0) - value));
      for (let label = 0; label < many; label += 1) bias[label] = (bias[label] ?? 0) + 0.1 * (errors[label] ?? 0);
      for (let each = 0; each < sample.at.length; each += 1) {
        const row = (sample.at[each] ?? 0) * many;
        const by = sample.weight[each] ?? 0;
        for (let label = 0; label < many; label += 1) weights[row + label] = (weights[row + label] ?? 0) + by * (errors[label] ?? 0);
      }
    }
  }

  /** The labels of a text, the likeliest first; none where too little of it was ever seen. */
  return (text: string): readonly Likely<L>[] => {
    const grams = gramsIn(text);
    const sample = sampleOf(grams);
    if (sample.at.length < grams.size * FAMILIAR) return [];
    const likely = likelyOf(sample);
    return labels.map((label, at) => ({ label, likely: likely[at] ?? 0 })).sort((a, b) => b.likely - a.likely);
  };
};
