using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Classifying.Learning;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>Learns from examples. The same examples give the same classifier, on any number of threads.</summary>
internal static class ClassifierTrainer
{
    /// <summary>Learns from all examples.</summary>
    public static Training Train(UtteranceSet set, ISentenceEncoder encoder, Tuning? tuning = null)
    {
        tuning ??= new();
        var lists = WordLists.From(set.Words);
        var (examples, scale) = Examples.From(set, lists, encoder, tuning.Threads);
        var vectors = SmallVectors.From(Array.ConvertAll(examples.Vectors, VectorScale.Sense));
        var folds = Folds.Of(examples, tuning.Threads);
        var (evidence, parts) = OutOfFold.Gather(examples, vectors, folds, tuning);
        var judge = JudgeTrainer.Train(evidence, examples.Classes, tuning);
        var model = new ClassifierModel(lists, scale, parts, new NearestModel(vectors, examples.Classes), judge);
        return new(model, HeldOut(examples, evidence, folds, tuning));
    }

    /// <summary>Judges each example by a classifier that learnt from the other folds only, thresholds and all. In the order of the set.</summary>
    public static ImmutableArray<HeldOut> CrossValidate(UtteranceSet set, ISentenceEncoder encoder, Tuning? tuning = null) =>
        Train(set, encoder, tuning).HeldOut;

    // What weighs the parts must not have seen the example either.
    private static ImmutableArray<HeldOut> HeldOut(Examples examples, Evidence[] evidence, int[] folds, Tuning tuning)
    {
        var judges = new Fusing.Judge[Folds.Count];
        Parallel.For(0, judges.Length, new ParallelOptions { MaxDegreeOfParallelism = tuning.Threads }, fold =>
        {
            int[] others = [.. Enumerable.Range(0, examples.Count).Where(i => folds[i] != fold)];
            judges[fold] = JudgeTrainer.Train([.. others.Select(i => evidence[i])], [.. others.Select(i => examples.Classes[i])], tuning);
        });
        return [.. examples.Utterances.Select((utterance, i) => new HeldOut(utterance, judges[folds[i]].Of(evidence[i])) { Evidence = evidence[i] })];
    }
}
