using System.Diagnostics.Metrics;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Channels.Turns;

/// <summary>What is counted of turns, all names in one place. No tag takes a person's id or words.</summary>
internal sealed class TurnMeters
{
    public const string Name = "WalkBuddyBot.Channels";
    public const string EndedName = "walkbuddy.turn.ended";
    public const string DurationName = "walkbuddy.turn.duration";
    public const string StaleName = "walkbuddy.turn.stale";
    public const string AnsweredName = "walkbuddy.answer.given";
    public const string DeclinedName = "walkbuddy.answer.declined";
    public const string SafetyName = "walkbuddy.safety.replied";
    public const string NudgeAnsweredName = "walkbuddy.nudge.answered";

    /// <summary>The label of what is not in the article, or was not understood.</summary>
    public const string OutOfScope = "oos";

    /// <summary>The label of a turn that a safety reply ended.</summary>
    public const string Safety = "safety";

    private const string None = "none";
    private const string Other = "other";

    private static readonly InstrumentAdvice<double> Buckets =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private readonly ILabels _labels;
    private readonly ITopics _topics;
    private readonly TimeProvider _time;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _stale;
    private readonly Counter<long> _answered;
    private readonly Counter<long> _declined;
    private readonly Counter<long> _safety;
    private readonly Counter<long> _nudgeAnswered;

    public TurnMeters(IMeterFactory meters, ILabels labels, ITopics topics, TimeProvider time)
    {
        (_labels, _topics, _time) = (labels, topics, time);
        var meter = meters.Create(Name);
        _ended = meter.CreateCounter<long>(EndedName, "{turn}", "Turns, by what they were taken for and how they ended.");
        _duration = meter.CreateHistogram(DurationName, "s", "From hearing to the last reply handed over.", tags: null, Buckets);
        _stale = meter.CreateCounter<long>(StaleName, "{run}", "Runs thrown away because another turn of the person came between.");
        _answered = meter.CreateCounter<long>(AnsweredName, "{answer}", "Answers from the article, by topic.");
        _declined = meter.CreateCounter<long>(DeclinedName, "{answer}", "Questions that the article does not answer.");
        _safety = meter.CreateCounter<long>(SafetyName, "{reply}", "Safety replies, by level.");
        _nudgeAnswered = meter.CreateCounter<long>(NudgeAnsweredName, "{nudge}", "Nudges that were answered, by answer.");
    }

    /// <summary>A turn begins; disposing the answer ends and counts it.</summary>
    public TurnCount Begin() => new(this, _time.GetTimestamp());

    internal void Committed(TurnOutcome outcome, SafetyLevel? alarm)
    {
        var label = Known(outcome.Label);
        if (label == Safety)
        {
            Replied(alarm ?? SafetyLevel.Inform);
        }
        else if (label == OutOfScope)
        {
            _declined.Add(1);
        }
        else if (_topics.Find(label) is not null)
        {
            _answered.Add(1, new KeyValuePair<string, object?>("topic", label));
        }

        foreach (var answer in outcome.Effects.OfType<Effect.NudgeAnswered>())
        {
            _nudgeAnswered.Add(1, new KeyValuePair<string, object?>("answer", Word(answer.Answer)));
        }
    }

    internal void Replied(SafetyLevel level) => _safety.Add(1, new KeyValuePair<string, object?>("level", Word(level)));

    internal void Stale() => _stale.Add(1);

    internal void Ended(string? label, string outcome, long began)
    {
        _ended.Add(1, new("label", label is null ? None : Known(label)), new("outcome", outcome));
        _duration.Record(_time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    private string Known(string label) => _labels.All.Contains(label) ? label : Other;

    private static string Word(SafetyLevel level) => level switch
    {
        SafetyLevel.Emergency => "emergency",
        SafetyLevel.Crisis => "crisis",
        SafetyLevel.SameDay => "same-day",
        SafetyLevel.SeeSoon => "see-soon",
        _ => "inform",
    };

    private static string Word(NudgeAnswer? answer) => answer switch
    {
        NudgeAnswer.Walked => "walked",
        NudgeAnswer.Snoozed => "snoozed",
        NudgeAnswer.NotToday => "not-today",
        _ => "taken-back",
    };
}
