using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>Writes a preview: a line each, then what it asks of the door.</summary>
internal sealed class PreviewWriter(TextWriter output, bool json, bool nobodys, int perSecond)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public async Task WriteAsync(IReadOnlyCollection<PreviewedNudge> nudges, Instant? heldSince)
    {
        foreach (var nudge in nudges.OrderBy(nudge => nudge.Due))
        {
            await output.WriteLineAsync(json ? Json(nudge) : Text(nudge));
        }

        var load = PreviewLoad.Of(nudges, perSecond);
        await output.WriteLineAsync(json ? Json(load, heldSince) : Text(load, heldSince));
    }

    private static string Reason(PreviewedNudge nudge) => nudge switch
    {
        { Gate: { } gate } => $"gate:{gate}",
        { Shifted: true } => "clock-change",
        _ => "rule",
    };

    private string Json(PreviewedNudge nudge) => JsonSerializer.Serialize(
        new
        {
            Local = Local.Format(nudge.Local),
            Zone = nudge.Zone.Id,
            Utc = InstantPattern.General.Format(nudge.Due),
            Kind = nudge.Kind.Id,
            GoesOut = nudge.Gate is null,
            Reason = Reason(nudge),
            nudge.Rule,
            nudge.Shifted,
            Person = nobodys ? (Guid?)null : nudge.Person.Value,
        },
        Readable);

    private string Json(PreviewLoad load, Instant? heldSince) => JsonSerializer.Serialize(
        new
        {
            Summary = new
            {
                load.Sent,
                load.Stopped,
                PeakPerSecond = load.Peak,
                PeakAt = load.PeakAt is { } at ? InstantPattern.General.Format(at) : null,
                PacePerSecond = perSecond,
                LongestWaitSeconds = load.LongestWait.TotalSeconds,
                load.TooLate,
                HeldSince = heldSince is { } since ? InstantPattern.General.Format(since) : null,
            },
        },
        Readable);

    private string Text(PreviewedNudge nudge)
    {
        var shifted = nudge.Shifted ? "; shifted by a clock change" : "";
        var what = nudge.Gate is { } gate ? $"not sent: {gate}" : "goes out";
        var whose = nobodys ? "" : $"  person {nudge.Person.Value}";
        return $"{Local.Format(nudge.Local)} {nudge.Zone.Id}  {InstantPattern.General.Format(nudge.Due)}  {nudge.Kind}  "
            + $"{what}  ({nudge.Rule}{shifted}){whose}";
    }

    private string Text(PreviewLoad load, Instant? heldSince)
    {
        List<string> said = [$"{Count(load.Sent)} would go out and {Count(load.Stopped)} would be stopped by a gate. Nothing was sent."];
        if (load.PeakAt is { } at)
        {
            said.Add($"At most {Count(load.Peak)} in one second of a lane, at {InstantPattern.General.Format(at)}; {Pace(load)}");
        }

        if (load.TooLate > 0)
        {
            said.Add($"{Count(load.TooLate)} of them would come later than they may, and be dropped: more than the pace can carry.");
        }

        if (heldSince is { } since)
        {
            said.Add($"Reminders are held since {InstantPattern.General.Format(since)}: until 'nudges release' none goes out.");
        }

        return string.Join(Environment.NewLine, said);
    }

    private string Pace(PreviewLoad load) => perSecond == 0
        ? "there is no pacing here."
        : $"the pace is {Count(perSecond)} a second, so the last of a crowd waits {Math.Ceiling(load.LongestWait.TotalSeconds)} s.";

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
