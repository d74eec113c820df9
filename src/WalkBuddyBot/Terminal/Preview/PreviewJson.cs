using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>A preview for programs: a JSON object a line as each person is looked at, then one with the summary. Nothing is kept.</summary>
internal sealed class PreviewJson(TextWriter output, PreviewFrame frame) : IPreviewOutput
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public async Task TakeAsync(IReadOnlyList<PreviewedNudge> nudges)
    {
        foreach (var nudge in nudges)
        {
            await output.WriteLineAsync(Line(nudge));
        }
    }

    public async Task EndAsync(PreviewLoad load)
    {
        await output.WriteLineAsync(JsonSerializer.Serialize(new { Summary = Summary(load) }, Readable));
        await output.FlushAsync();
    }

    private static string? Utc(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;

    private static string Reason(PreviewedNudge nudge) => nudge switch
    {
        { Gate: { } gate } => $"gate:{GateWords.Name(gate)}",
        { Clocks: ClockMark.Skipped } => "clock-change",
        _ => "rule",
    };

    private string Line(PreviewedNudge nudge) => JsonSerializer.Serialize(
        new
        {
            Local = Local.Format(nudge.Local),
            Zone = nudge.Zone.Id,
            Utc = Utc(nudge.Due),
            Kind = nudge.Kind.Id,
            GoesOut = nudge.Gate is null,
            Reason = Reason(nudge),
            nudge.Rule,
            Gate = nudge.Gate is { } gate ? GateWords.Name(gate) : null,
            Shifted = nudge.Clocks == ClockMark.Skipped,
            Clocks = nudge.Clocks switch
            {
                ClockMark.Skipped => "skipped",
                ClockMark.FirstOfTwo => "first-of-two",
                _ => null,
            },
            Asked = Local.Format(nudge.Slot.At),
            nudge.Lane,
            Person = frame.Whose == Whose.Sentence ? (Guid?)null : nudge.Person.Value,
        },
        Readable);

    private object Summary(PreviewLoad load) => new
    {
        From = Utc(frame.From),
        To = Utc(frame.To),
        load.People,
        load.Sent,
        load.Stopped,
        SentByKind = load.SentByKind,
        StoppedByGate = load.StoppedByGate.GroupBy(gate => GateWords.Name(gate.Key), gate => gate.Value)
            .ToDictionary(gate => gate.Key, gate => gate.Sum()),
        PeakPerSecond = load.Peak?.Count ?? 0,
        PeakAt = Utc(load.Peak?.At),
        PacePerSecond = frame.PerSecond,
        LongestWaitSeconds = Seconds(load.LongestWait),
        load.TooLate,
        HeldSince = Utc(frame.HeldSince),
        Lanes = load.Lanes.Select(lane => new
        {
            lane.Lane,
            PeakPerSecond = lane.Peak,
            PeakAt = lane.Peak > 0 ? Utc(lane.PeakAt) : null,
            QueueFrom = Utc(lane.Worst?.From),
            QueueLongest = lane.Worst?.Queue,
            LongestWaitSeconds = lane.Worst is { } worst ? Seconds(worst.Wait) : (double?)null,
            LastOut = Utc(lane.Worst?.LastOut),
            lane.TooLate,
        }),
    };

    private static double Seconds(Duration wait) => Math.Round(wait.TotalSeconds, 2);
}
