using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>What a preview comes to, to read: totals by reason, then the pace.</summary>
internal sealed class SummaryText(PreviewFrame frame)
{
    private const int MostLanes = 5;
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm:ss");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public IEnumerable<string> Lines(PreviewLoad load) => [.. Totals(load), .. Pace(load), .. Held()];

    private IEnumerable<string> Totals(PreviewLoad load)
    {
        var people = frame.Whose == Whose.Everyone ? $" of {Count(load.People, "person", "people")}" : "";
        yield return $"{Count(load.Sent + load.Stopped, "reminder", "reminders")}{people}. Nothing was sent and nothing was written.";
        yield return Row(load.Sent, "goes out", load.SentByKind.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Key} {Plain(kind.Value)}"));
        var gates = load.StoppedByGate.GroupBy(gate => GateWords.Say(gate.Key), gate => gate.Value, StringComparer.Ordinal)
            .Select(gate => (Words: gate.Key, Count: gate.Sum()));
        foreach (var (words, count) in gates.OrderByDescending(gate => gate.Count).ThenBy(gate => gate.Words, StringComparer.Ordinal))
        {
            yield return Row(count, "not sent", [words]);
        }
    }

    private IEnumerable<string> Pace(PreviewLoad load)
    {
        if (load.Peak is null || frame.Whose != Whose.Everyone)
        {
            yield break;
        }

        yield return "";
        yield return frame.PerSecond > 0
            ? $"The pace is {Plain(frame.PerSecond)} a second for each tenant."
            : "There is no pacing here; --pace 25 shows what that would do.";
        foreach (var line in load.Lanes.Take(MostLanes).SelectMany(Lane))
        {
            yield return line;
        }

        if (load.Lanes.Count > MostLanes)
        {
            yield return $"  {Count(load.Lanes.Count - MostLanes, "more tenant", "more tenants")} with no longer wait than these.";
        }
    }

    private IEnumerable<string> Lane(LaneLoad lane)
    {
        var said = $"{lane.Lane}: at most {Plain(lane.Peak)} due in one second{(lane.Peak > 0 ? $", {At(lane.PeakAt)}" : "")}.";
        if (lane.Worst is { } worst && worst.Wait >= Duration.FromSeconds(1))
        {
            said += $" The longest queue has {Plain(worst.Queue)} from {At(worst.From)} on; its last goes out at "
                + $"{Clock.Format(In(worst.LastOut).TimeOfDay)} and waits {Plain((int)Math.Ceiling(worst.Wait.TotalSeconds))} s.";
        }

        if (lane.TooLate > 0)
        {
            said += $" {Plain(lane.TooLate)} would come later than they may, and be dropped: more than the pace can carry.";
        }

        return Wrapped.Lines(said, Wrapped.Width - 4).Select((line, place) => (place == 0 ? "  " : "    ") + line);
    }

    private IEnumerable<string> Held() => frame.HeldSince is { } since
        ? ["", $"Reminders are held since {InstantPattern.General.Format(since)}: until 'nudges release' none goes out."]
        : [];

    private static string Row(int count, string what, IEnumerable<string> why) => $"{Plain(count),9}  {what}  {string.Join(", ", why)}".TrimEnd();

    private LocalDateTime In(Instant at) => at.InZone(frame.Zone).LocalDateTime;

    private string At(Instant at) => Second.Format(In(at));

    private static string Count(int number, string one, string many) => $"{Plain(number)} {(number == 1 ? one : many)}";

    private static string Plain(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
