using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WalkBuddyBot.Nudging;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>
/// A preview to read: the soonest reminders in order, each with its reason, then totals and what they ask of the pace. Of everyone's it
/// keeps no more than it shows.
/// </summary>
internal sealed class PreviewText(TextWriter output, PreviewFrame frame, int most) : IPreviewOutput
{
    private static readonly LocalDateTimePattern Weekday = Pattern("ddd");
    private static readonly LocalDateTimePattern Minute = Pattern("MMM HH:mm");
    private static readonly LocalDateTimePattern Second = Pattern("MMM HH:mm:ss");
    private static readonly LocalDateTimePattern Year = Pattern("ddd d MMM uuuu HH:mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Soonest _soonest = new(most);

    public Task TakeAsync(IReadOnlyList<PreviewedNudge> nudges)
    {
        foreach (var nudge in nudges)
        {
            _soonest.Add(nudge);
        }

        return Task.CompletedTask;
    }

    public async Task EndAsync(PreviewLoad load)
    {
        var whose = frame.Whose == Whose.Everyone ? "Times of " : "On the clock of ";
        await output.WriteLineAsync($"{Year.Format(In(frame.From))} to {Year.Format(In(frame.To))}. {whose}{frame.Zone.Id}.");
        await output.WriteLineAsync();
        foreach (var nudge in _soonest.InOrder())
        {
            await WriteAsync(nudge);
        }

        var more = load.Sent + load.Stopped - _soonest.Count;
        if (more > 0)
        {
            await output.WriteLineAsync($"... and {Count(more)} later ones. --lines shows more, --json all of them.");
        }

        if (_soonest.Count > 0)
        {
            await output.WriteLineAsync();
        }

        foreach (var line in new SummaryText(frame).Lines(load))
        {
            await output.WriteLineAsync(line);
        }

        await output.FlushAsync();
    }

    private async Task WriteAsync(PreviewedNudge nudge)
    {
        var everyone = frame.Whose == Whose.Everyone;
        var at = Moment(everyone ? In(nudge.Due) : nudge.Local);
        var whose = everyone ? $"{nudge.Person.Value.ToString("N")[..PreviewCommand.ShortId]}  " : "";
        var head = $"{at}  {whose}{nudge.Kind.Id,-4}  ";
        var reason = nudge.Gate is { } gate ? $"not sent ({GateWords.Say(gate)})" : "goes out";
        await WriteAsync(head, everyone ? $"{reason}, {There(nudge)}" : $"{reason}, {nudge.Rule}{Clocks(nudge)}");
        if (everyone)
        {
            await WriteAsync(new string(' ', head.Length), $"{nudge.Rule}{Clocks(nudge)}");
        }
    }

    private async Task WriteAsync(string head, string text)
    {
        var first = true;
        foreach (var line in Wrapped.Lines(text, Wrapped.Width - head.Length))
        {
            await output.WriteLineAsync((first ? head : new string(' ', head.Length)) + line);
            first = false;
        }
    }

    private static string There(PreviewedNudge nudge) =>
        $"{nudge.Local.ToString("ddd", CultureInfo.InvariantCulture)} {Clock.Format(nudge.Local.TimeOfDay)} in {nudge.Zone.Id}";

    private static string Clocks(PreviewedNudge nudge) => nudge.Clocks switch
    {
        ClockMark.Skipped =>
            $"; that day the clocks skip {Clock.Format(nudge.Slot.At.TimeOfDay)}, so it comes at {Clock.Format(nudge.Local.TimeOfDay)}",
        ClockMark.FirstOfTwo => $"; that day {Clock.Format(nudge.Slot.At.TimeOfDay)} comes twice, and this is the first",
        _ => "",
    };

    private static string Moment(LocalDateTime at) =>
        $"{Weekday.Format(at)} {at.Day.ToString(CultureInfo.InvariantCulture),2} {(at.Second == 0 ? Minute : Second).Format(at)}";

    private LocalDateTime In(Instant at) => at.InZone(frame.Zone).LocalDateTime;

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static LocalDateTimePattern Pattern(string pattern) => LocalDateTimePattern.CreateWithInvariantCulture(pattern);
}
