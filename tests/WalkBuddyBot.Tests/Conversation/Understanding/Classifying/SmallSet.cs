using System.Collections.Immutable;
using System.Numerics.Tensors;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Tests.Conversation.Understanding.Classifying;

/// <summary>Made-up examples that a classifier learns in a moment: each label has words of its own among words that all have.</summary>
internal static class SmallSet
{
    private static readonly string[] Common = ["please", "tell", "me", "about", "the", "so", "what", "of", "it", "now"];

    public static UtteranceSet Create(int each = 12)
    {
        var labels = UtteranceLabels.InScope
            .Select(label => (Label: label, Group: UtteranceLabels.Topics.Contains(label) ? UtteranceGroups.Topic : UtteranceGroups.Intent))
            .Append((Label: Intents.OutOfScope, Group: UtteranceGroups.Near)).Append((Label: Intents.OutOfScope, Group: UtteranceGroups.Far));
        var all = labels.SelectMany((pair, at) => Enumerable.Range(0, each).Select(i => new Utterance(
            TextOf(at, i), pair.Label, pair.Group, "examples.yaml", (at * each) + i + 1)));
        return new([.. all], ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("stress", ["frayed"]));
    }

    /// <summary>A text of a label that is none of its examples.</summary>
    public static string Unseen(string label) => TextOf(UtteranceLabels.InScope.IndexOf(label), 77);

    private static string TextOf(int label, int i) =>
        $"{Common[i % 10]} {Common[(i * 3 / 2) % 10]} {Word(label, i % 3)} {Common[i * 7 % 10]} {Word(label, 3 + (i % 4))}";

    private static string Word(int label, int i) => string.Concat("kmv"[i % 3], "aeiou"[label % 5], "bdfglnprstz"[label / 5], "oai"[i % 3], "xw"[i / 3 % 2]);

    /// <summary>Gives each word a direction of its own and adds them up.</summary>
    public sealed class Encoder : ISentenceEncoder
    {
        public int Dimension => 64;

        public float[] Encode(string text)
        {
            var vector = new float[Dimension];
            foreach (var word in text.Split(' '))
            {
                var random = new Random(word.Aggregate(17, (sum, letter) => (sum * 31) + letter));
                for (var i = 0; i < vector.Length; i++)
                {
                    vector[i] += random.NextSingle() - 0.5f;
                }
            }

            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector) + 1e-6f, vector);
            return vector;
        }
    }
}
