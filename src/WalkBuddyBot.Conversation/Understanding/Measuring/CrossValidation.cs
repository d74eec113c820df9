using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Conversation.Content.Reading;
using WalkBuddyBot.Conversation.Understanding.Classifying;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>The classifier alone, each example judged by one that learnt from the others.</summary>
public sealed record CrossValidation
{
    private const int Named = 3;

    private CrossValidation(ImmutableArray<HeldOut> heldOut)
    {
        Answered = Figures.Of([.. heldOut.Select(AsAnswered)]);
        Best = Figures.Of([.. heldOut.Where(one => one.Utterance.Label != Intents.OutOfScope).Select(AsBest)]);
        Bands = BandFigures.Table(heldOut);
        Confused = ConfusedLabels.In(Best.Measured);
    }

    /// <summary>What is answered outright counts as taken; what is offered or declined counts as declined.</summary>
    public Figures Answered { get; }

    /// <summary>The best label of the messages that are ours, whether it would be answered, offered or declined.</summary>
    public Figures Best { get; }

    /// <summary>What is done with topics, intents, near and far ones.</summary>
    public ImmutableArray<BandFigures> Bands { get; }

    /// <summary>Labels that the examples do not keep apart.</summary>
    public ImmutableArray<ConfusedLabels> Confused { get; }

    /// <summary>Learns from the examples of a folder, fold by fold, and judges the rest of each.</summary>
    /// <param name="contentFolder">The content.</param>
    /// <param name="mistakes">What cannot be read.</param>
    /// <returns>Null when there are no examples.</returns>
    /// <exception cref="EncoderException">The sentence encoder cannot be loaded.</exception>
    public static CrossValidation? Of(string contentFolder, ICollection<ContentMistake> mistakes)
    {
        var set = UtteranceReader.Read(ContentFolder.Read(contentFolder), mistakes);
        return set.All.All(utterance => utterance.Label != Intents.OutOfScope)
            ? null : Of(ClassifierTrainer.CrossValidate(set, UniversalSentenceEncoder.Load(UnderstandingFolders.Encoder)));
    }

    internal static CrossValidation Of(ImmutableArray<HeldOut> heldOut) => new(heldOut);

    private static Measured AsAnswered(HeldOut one)
    {
        var label = one.Verdict.Band == Band.Answer ? one.Verdict.Label : Intents.OutOfScope;
        return Measured(one, label, one.Verdict.Accept) with { Ours = one.Verdict.Accept };
    }

    private static Measured AsBest(HeldOut one) => Measured(one, one.Verdict.Label, one.Verdict.Ranked[0].Probability);

    private static Measured Measured(HeldOut one, string label, double score) => new(
        Example.Of(one.Utterance.Line, one.Utterance.Text, one.Utterance.Label, one.Utterance.Group) with { File = one.Utterance.File },
        label, score, [.. one.Verdict.Ranked.Take(Named).Select(ranked => ranked.Label)], Slots: [], Speaks: false, Took: null);
}
