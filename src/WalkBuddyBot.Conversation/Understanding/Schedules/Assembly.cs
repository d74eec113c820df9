using System.Collections.Immutable;
using NodaTime;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>
/// From pieces to the slots of a reminder: complete, or with the one thing to ask, or refused. Nothing is dropped on the way.
/// </summary>
internal static class Assembly
{
    public static ImmutableArray<IsoDayOfWeek> AllDays { get; } = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>The meaning of the pieces.</summary>
    /// <param name="gathered">What this message says.</param>
    /// <param name="kept">What was said before, when this is an answer.</param>
    /// <param name="message">The message.</param>
    /// <param name="ask">What must be asked for in any case.</param>
    public static Meaning Of(Gathered gathered, Slots kept, Message message, string? ask)
    {
        var known = new Slots { Zone = gathered.Zone ?? kept.Zone, Minutes = gathered.Minutes ?? kept.Minutes, About = kept.About };
        if (message.Scan.Fault is { } fault)
        {
            return Meanings.Refused(Intents.SetReminder, fault, known);
        }

        if (gathered.Unlikely is { } unlikely)
        {
            return Meanings.Refused(Intents.SetReminder, new Fault(Faults.BadTime, message.Scan.WordsOf(unlikely)), known);
        }

        ask = gathered.Ends ? Asks.Until : ask;
        if (PerDay.Read(message.Scan) is { } apart)
        {
            return Apart(apart, known, message, ask);
        }

        ask ??= gathered.Ask;

        if (gathered.FromNow is { WholeDays: 0 } span)
        {
            var alone = gathered.Times.IsEmpty && gathered.Days.IsEmpty && gathered.Date is null && gathered.EveryMinutes is null
                && gathered.Window is null;
            var soon = known with { Elapsed = Duration.FromMinutes(span.Minutes) };
            return Done(soon, ask ?? (alone ? null : Asks.Times), message, local: false);
        }

        if (gathered.EveryMinutes is not null || (gathered.Window is not null && kept.EveryMinutes is not null))
        {
            return Every(gathered, kept, known, message, ask);
        }

        ask = gathered.Window is null ? ask : ask ?? Asks.Times;

        // What is to come once needs a date.
        ask = gathered.Single && Date(gathered, kept, message) is null && kept.Date is null ? ask ?? Asks.Date : ask;
        return Date(gathered, kept, message) is { } date
            ? Once(gathered, kept, known, date, message, ask)
            : Weekly(gathered, kept, known, message, ask);
    }

    // Each day has times of its own. What is open of them, and what goes beyond a week, is asked.
    private static Meaning Apart(PerDay apart, Slots known, Message message, string? ask)
    {
        ImmutableArray<LocalTime> all = [.. apart.Times.Values.SelectMany(times => times).Distinct().Order()];
        var slots = known with { Days = [.. apart.Times.Keys], Times = all };
        var half = apart.Open.IsEmpty ? null : Asks.HalfOfDay;
        return apart.Whole
            ? Done(slots with { PerDay = apart.Times, Open = apart.Open }, ask ?? half, message, local: true)
            : Done(slots with { Times = [] }, Asks.Times, message, local: true);
    }

    private static LocalDate? Date(Gathered gathered, Slots kept, Message message)
    {
        var today = message.LocalNow.Date;
        if (gathered.FromNow is { } span)
        {
            return today.PlusDays(span.WholeDays);
        }

        if (gathered.Date is { } date)
        {
            return date.On;
        }

        if (gathered.Days.IsEmpty)
        {
            return kept.Date;
        }

        // One day without "every" is the coming one; today's own name is today only while its time, plainly read, is still to come.
        if (gathered.Weekly || gathered.Days.Count != 1 || gathered.EveryMinutes is not null)
        {
            return null;
        }

        var day = gathered.Days[0];
        var (times, _) = ClockResolver.Resolve(gathered.Times, IsWorking([day]), after: null);
        var gone = day == today.DayOfWeek && !times.Any(time => time > message.LocalNow.TimeOfDay);
        return gone ? today.Next(day) : today.PlusDays(-1).Next(day);
    }

    private static Meaning Once(Gathered gathered, Slots kept, Slots known, LocalDate date, Message message, string? ask)
    {
        // "friday the 27th" agree; "monday the 27th" do not.
        var clash = gathered.Weekly || (gathered.Date is not null && gathered.Days.Any(day => day != date.DayOfWeek));
        var today = date == message.LocalNow.Date && gathered.Date is not null;
        var (times, open) = ClockResolver.Resolve(gathered.Times, IsWorking([date.DayOfWeek]), today ? message.LocalNow.TimeOfDay : null);
        if (times.IsEmpty)
        {
            // An answer about the date leaves the time that was said before.
            (times, open) = (kept.Times, kept.Open);
        }

        known = known with { Date = date, Times = times };
        if (date < message.LocalNow.Date)
        {
            return Meanings.Refused(Intents.SetReminder, new Fault(Faults.Past, WordsOfWhen(message)), known);
        }

        if (clash || ask is not null || times.Length != 1)
        {
            return Done(known, ask ?? (clash ? Asks.Date : Asks.Times), message, local: true);
        }

        if (!open.IsEmpty)
        {
            return Done(known with { Open = open }, Asks.HalfOfDay, message, local: true);
        }

        var at = date.At(times[0]);
        var slots = known with { Date = null, Times = [], Once = at };
        return at <= message.LocalNow
            ? Meanings.Refused(Intents.SetReminder, new Fault(Faults.Past, WordsOfWhen(message)), slots)
            : Done(slots, ask, message, local: true);
    }

    private static Meaning Weekly(Gathered gathered, Slots kept, Slots known, Message message, string? ask)
    {
        var days = DaysOf(gathered, kept);
        var said = days.IsEmpty ? AllDays : days;
        var (times, open) = ClockResolver.Resolve(gathered.Times, IsWorking(said), after: null);
        if (times.IsEmpty)
        {
            // An answer about the days leaves the times that were said before.
            (times, open) = (kept.Times, kept.Open);
        }

        known = known with { Days = times.IsEmpty || ask is Asks.Days or Asks.Date ? days : said, Times = times, Open = open };
        return Done(known, ask ?? (times.IsEmpty ? Asks.Times : open.IsEmpty ? null : Asks.HalfOfDay), message, local: true);
    }

    private static Meaning Every(Gathered gathered, Slots kept, Slots known, Message message, string? ask)
    {
        var days = DaysOf(gathered, kept);
        ImmutableArray<IsoDayOfWeek> said = days.IsEmpty ? AllDays : days;
        known = known with { EveryMinutes = gathered.EveryMinutes ?? kept.EveryMinutes, Days = said };
        if (!gathered.Times.IsEmpty || gathered.Date is not null || gathered.FromNow is not null)
        {
            return Done(known, ask ?? Asks.Times, message, local: true);
        }

        if (gathered.Window is not { } window)
        {
            return Done(known with { From = kept.From, To = kept.To }, ask, message, local: true);
        }

        if (ClockResolver.Resolve(window.From, window.To, IsWorking(said)) is not { } hours)
        {
            return Done(known, ask ?? Asks.HalfOfDay, message, local: true);
        }

        return hours.From < hours.To
            ? Done(known with { From = hours.From, To = hours.To }, ask, message, local: true)
            : Meanings.Refused(Intents.SetReminder, new Fault(Faults.BadInterval, message.Scan.WordsOf(window)), known);
    }

    private static ImmutableArray<IsoDayOfWeek> DaysOf(Gathered gathered, Slots kept) =>
        gathered.Days.IsEmpty ? kept.Days : [.. gathered.Days];

    private static Meaning Done(Slots slots, string? ask, Message message, bool local)
    {
        ask ??= local && slots.Zone is null && message.Zone is null ? Asks.Zone : null;
        return ask is null ? Meanings.Sure(Intents.SetReminder, slots) : Meanings.Asking(Intents.SetReminder, ask, slots);
    }

    private static string WordsOfWhen(Message message)
    {
        var pieces = message.Scan.Pieces.Where(piece => piece is Piece.Date or Piece.Clock or Piece.Days);
        return string.Join(' ', pieces.Select(message.Scan.WordsOf));
    }

    private static bool IsWorking(ImmutableArray<IsoDayOfWeek> days) => days.All(day => day <= IsoDayOfWeek.Friday);
}
