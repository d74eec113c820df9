using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>How dangers are learnt; the values were chosen on examples kept from learning.</summary>
internal sealed record DangerTuning
{
    /// <summary>Of ordinary messages every so many is learnt from: there are far more of them than of dangers.</summary>
    public const int OrdinaryOf = 3;

    public SparseTuning Lexical { get; init; } = new() { Epochs = 12 };

    public SemanticTuning Semantic { get; init; } = new() { Hidden = 128, Epochs = 12 };

    /// <summary>Into how many parts the examples are cut, each judged by what was learnt from the others.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>The share of ordinary messages that may raise an alarm; the rules have a like share of their own.</summary>
    public double OrdinaryAlarms { get; init; } = 0.002;

    /// <summary>The same for messages that only sound like a danger.</summary>
    public double LookAlikeAlarms { get; init; } = 0.025;

    /// <summary>The share of dangers that may be missed because the encoder was not asked.</summary>
    public double UnencodedMisses { get; init; } = 0.005;

    /// <summary>How far above the first threshold doubt ends.</summary>
    public double DoubtWidth { get; init; } = 1.5;

    public int Threads { get; init; } = Environment.ProcessorCount;
}
