using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Measuring;

/// <summary>All that is said of a measurement. Shares are 0 to 1, and not a number where there was nothing to measure.</summary>
public sealed record Figures
{
    private Figures(ImmutableArray<Measured> measured)
    {
        Measured = measured;
        Labels = LabelFigures.Table(measured);
        Confusions = Confusion.Of(measured);
        Slots = SlotFigures.Table(measured);
        Curve = RejectCurve.Of(measured);
        Auroc = RejectCurve.Auroc(measured);
        Latency = Latency.Of(measured.Select(one => one.Took).OfType<TimeSpan>());
    }

    /// <summary>Each example with what became of it.</summary>
    public ImmutableArray<Measured> Measured { get; }

    /// <summary>How many messages are ours.</summary>
    public int InScope => Measured.Count(one => one.InScope);

    /// <summary>The share of all messages with the right label, out of scope too.</summary>
    public double Accuracy => Share.Of(Measured, one => one.Right);

    /// <summary>The same, of messages that are ours.</summary>
    public double InScopeAccuracy => Share.Of(Where(one => one.InScope), one => one.Right);

    /// <summary>The same, of questions on a topic.</summary>
    public double TopicAccuracy => Share.Of(Topics, one => one.Right);

    /// <summary>The same, of commands and courtesies.</summary>
    public double CommandAccuracy => Share.Of(Commands, one => one.Right);

    /// <summary>The share of messages of ours whose label is right, or among the first three that were named instead.</summary>
    public double AmongThree => Share.Of(Where(one => one.InScope), one => one.Right || one.Nearest.Take(3).Contains(one.Example.Label));

    /// <summary>The share of messages of ours that were declined.</summary>
    public double InScopeDeclined => Share.Of(Where(one => one.InScope), one => !one.Accepted);

    /// <summary>The share of questions on a topic that were declined.</summary>
    public double TopicsDeclined => Share.Of(Topics, one => !one.Accepted);

    /// <summary>The share of commands that were declined.</summary>
    public double CommandsDeclined => Share.Of(Commands, one => !one.Accepted);

    /// <summary>The share of near out-of-scope messages that were declined.</summary>
    public double NearDeclined => Share.Of(Where(one => !one.InScope && one.Example.Group == Example.Near), one => !one.Accepted);

    /// <summary>The share of far ones.</summary>
    public double FarDeclined => Share.Of(Where(one => !one.InScope && one.Example.Group == Example.Far), one => !one.Accepted);

    /// <summary>The share of all out-of-scope ones.</summary>
    public double OutOfScopeDeclined => Share.Of(Where(one => !one.InScope), one => !one.Accepted);

    /// <summary>The mean F1 of the labels that were expected; each counts the same.</summary>
    public double MacroF1 => Labels.Where(label => label.Expected > 0).Select(label => label.F1).DefaultIfEmpty(double.NaN).Average();

    /// <summary>A row a label.</summary>
    public ImmutableArray<LabelFigures> Labels { get; }

    /// <summary>What was taken for what, the most frequent first.</summary>
    public ImmutableArray<Confusion> Confusions { get; }

    /// <summary>A row a slot.</summary>
    public ImmutableArray<SlotFigures> Slots { get; }

    /// <summary>How many lines had slots to compare.</summary>
    public int SlotLines => SlotsGiven.Count;

    /// <summary>The share of those lines of which every slot is exact, whatever the label.</summary>
    public double SlotLinesExact => Share.Of(SlotsGiven, one => one.Slots.All(slot => slot.Right || !slot.IsSlot));

    /// <summary>How many lines had a wrong slot that the bot would have taken without a question or a refusal.</summary>
    public int SilentlyWrong => Measured.Count(one => one.SilentlyWrong);

    /// <summary>What would be accepted at other thresholds.</summary>
    public ImmutableArray<RejectPoint> Curve { get; }

    /// <summary>How often a message of ours scores higher than one that is not.</summary>
    public double Auroc { get; }

    /// <summary>How long a message took.</summary>
    public Latency Latency { get; }

    /// <summary>The lines that are not as expected: label, slots or signals.</summary>
    public IEnumerable<Measured> Wrong => Measured.Where(one => !one.Right || !one.SlotsRight);

    private List<Measured> Topics => Where(one => UtteranceLabels.Topics.Contains(one.Example.Label));

    private List<Measured> Commands => Where(one => UtteranceLabels.Commands.Contains(one.Example.Label));

    private List<Measured> SlotsGiven => Where(one => one.Example.Slots is not null);

    /// <summary>The figures of a measurement.</summary>
    public static Figures Of(ImmutableArray<Measured> measured) => new(measured);

    private List<Measured> Where(Func<Measured, bool> which) => [.. Measured.Where(which)];
}
