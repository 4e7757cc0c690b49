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

/** What was learned: plain data that can be stored. Weights stand gram by gram, in each a label after the other. */
export interface Learned<L extends string> {
  readonly labels: readonly L[];
  readonly grams: readonly string[];
  /** How much each gram tells by its rarity. */
  readonly rare: Float32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** How a text looks to what was learned: the places of its grams that are known, and their share of it. */
const sampling = (grams: readonly string[], rare: Float32Array) => {
  const places = new Map(grams.map((gram, at) => [gram, at]));
  return (counts: ReadonlyMap<string, number>): Sample => {
    const at: number[] = [];
    const weight: number[] = [];
    let square = 0;
    for (const [gram, times] of counts) {
      const place = places.get(gram);
      if (place === undefined) continue;
      const tells = (1 + Math.log(times)) * (rare[place] ?? 0);
      at.push(place);
      weight.push(tells);
      square += tells * tells;
    }
    const length = Math.sqrt(square) || 1;
    return { at, weight: weight.map((tells) => tells / length) };
  };
};

const likelyOf = ({ at, weight }: Sample, weights: Float32Array | Float64Array, bias: Float32Array | Float64Array): Float64Array => {
  const many = bias.length;
  const scores = Float64Array.from(bias);
  for (let each = 0; each < at.length; each += 1) {
    const row = (at[each] ?? 0) * many;
    const by = weight[each] ?? 0;
    for (let label = 0; label < many; label += 1) scores[label] = (scores[label] ?? 0) + by * (weights[row + label] ?? 0);
  }
  return softmax(scores);
};

/**
 * Learns labels from phrases: term frequency and rarity of their grams, and a softmax over them. Without randomness, so the same phrases
 * always give the same.
 */
export const learn = <L extends string>(examples: readonly { readonly label: L; readonly text: string }[]): Learned<L> => {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const counted = examples.map(({ label, text }) => ({ label: labels.indexOf(label), grams: gramsIn(text) }));
  const seen = new Map<string, number>();
  for (const { grams } of counted) for (const gram of grams.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const known = [...seen].filter(([, times]) => times >= SEEN_AT_LEAST);
  const grams = known.map(([gram]) => gram);
  const rare = Float32Array.from(known, ([, times]) => Math.log((1 + examples.length) / (1 + times)) + 1);
  const sampleOf = sampling(grams, rare);

  const many = labels.length;
  const weights = new Float64Array(grams.length * many);
  const bias = new Float64Array(many);
  const samples = mixed(counted.map((each) => ({ label: each.label, sample: sampleOf(each.grams) })));
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = RATE * (1 - round / ROUNDS);
    for (const { label: meant, sample } of samples) {
      const likely = likelyOf(sample, weights, bias);
      const errors = likely.map((value, label) => rate * ((label === meant ? 1 : 0) - value));
      for (let label = 0; label < many; label += 1) bias[label] = (bias[label] ?? 0) + 0.1 * (errors[label] ?? 0);
      for (let each = 0; each < sample.at.length; each += 1) {
        const row = (sample.at[each] ?? 0) * many;
        const by = sample.weight[each] ?? 0;
        for (let label = 0; label < many; label += 1) weights[row + label] = (weights[row + label] ?? 0) + by * (errors[label] ?? 0);
      }
    }
  }
  return { labels, grams, rare, weights: Float32Array.from(weights), bias: Float32Array.from(bias) };
};

/** Tells what texts mean by what was learned: the labels of a text, the likeliest first; none where too little of it was ever seen. */
export const classifier = <L extends string>({ labels, grams, rare, weights, bias }: Learned<L>) => {
  const sampleOf = sampling(grams, rare);
  return (text: string): readonly Likely<L>[] => {
    const counts = gramsIn(text);
    const sample = sampleOf(counts);
    if (sample.at.length < counts.size * FAMILIAR) return [];
    const likely = likelyOf(sample, weights, bias);
    return labels.map((label, at) => ({ label, likely: likely[at] ?? 0 })).sort((a, b) => b.likely - a.likely);
  };
};
