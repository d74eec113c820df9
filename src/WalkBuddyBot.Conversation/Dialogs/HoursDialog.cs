using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Dialogs.Changes;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Quiet hours, and the hours that reminders keep to: set, shown, or taken away. There are none by default.</summary>
internal sealed class HoursDialog(Talks talks) : Dialog(talks, Understanding.Intents.QuietHours)
{
    private const string FenceMeant = "fence";

    protected override void Answer(Talk talk)
    {
        var waiting = HoursQuestion.Waiting(talk.Person);
        talk.Leave();
        var (slots, fence) = (talk.Slots, talk.Slots.About == FenceMeant);
        if (slots.Show)
        {
            Show(talk);
        }
        else if (slots.Off)
        {
            Off(talk, fence, waiting);
        }
        else if (talk.Meaning.Ask is not null || (slots.From is null && slots.To is null))
        {
            Ask(talk, fence);
        }
        else
        {
            Set(talk, Named(talk.Person, slots, fence), fence, waiting);
        }
    }

    // "Nothing after 9pm", then "nothing before 7": two ends of one night. Without the other end it is the end of the day.
    private static Hours Named(Person person, Slots slots, bool fence)
    {
        var before = fence ? person.Fence : person.Quiet;
        var night = !fence && before is { } hours && (hours.From == LocalTime.Midnight || hours.To < hours.From) ? before : fence ? before : null;
        return new Hours(slots.From ?? night?.From ?? LocalTime.Midnight, slots.To ?? night?.To ?? LocalTime.Midnight);
    }

    private static void Set(Talk talk, Hours hours, bool fence, Slots? waiting)
    {
        if (hours.From == hours.To)
        {
            talk.Reply(talk.Say("hours.no-time"), Offers(talk, fence));
            return;
        }

        var undo = talk.Undoable("undo.hours");
        talk.Person = fence ? talk.Person with { Fence = hours } : talk.Person with { Quiet = hours };
        var said = HoursWords.Of(hours);
        Back(talk, fence ? talk.Say("hours.set-fence", ("hours", said)) : talk.Say("hours.set-quiet", ("hours", said)), undo, waiting);
    }

    // "No quiet hours" to somebody who has set the other kind alone is about that one.
    private static void Off(Talk talk, bool fence, Slots? waiting)
    {
        if (talk.Person is { Fence: null, Quiet: null })
        {
            talk.Reply(talk.Say("hours.none"), Offers(talk, fence));
            return;
        }

        var undo = talk.Undoable("undo.hours");
        talk.Person = fence || talk.Person.Quiet is null ? talk.Person with { Fence = null } : talk.Person with { Quiet = null };
        Back(talk, Sentences(talk.Say("hours.off"), HoursWords.Said(talk)), undo, waiting);
    }

    private static void Back(Talk talk, string done, Choice undo, Slots? waiting)
    {
        if (waiting is not null)
        {
            Reminders.Set(talk, waiting, ask: null, done);
            return;
        }

        var kept = Newly(talk);
        var outside = kept.IsEmpty ? null
            : talk.Say("hours.kept-back", ("wishes", string.Join("; ", kept.Select(schedule => Listed.Words(talk, schedule)))));
        var next = talk.Person.Schedules.IsEmpty ? null : Coming.Hold(talk) ?? Coming.Next(talk, 3);
        talk.Reply(Sentences(done, outside, next), [undo, .. Inside(talk, kept), talk.Ways.Show(), talk.Ways.Help()]);
    }

    // The part of each reminder that came before, and that the hours keep back now.
    private static ImmutableArray<Schedule> Newly(Talk talk)
    {
        var before = talk.Facts.Person;
        bool IsNew(LocalTime time) => before.HoursAgainst(time) is null && talk.Person.HoursAgainst(time) is not null;
        return
        [
            .. Listed.Of(talk).Select(schedule => Listed.Moment(schedule.When, talk.ZoneOrUtc) is { } once
                    ? IsNew(once.TimeOfDay) ? schedule : null
                    : WeekSlot.Together(WeekSlot.Of(schedule.When).Where(slot => IsNew(slot.Time))) is { } part ? schedule with { When = part } : null)
                .OfType<Schedule>(),
        ];
    }

    // For the first times that are kept back, the nearest that is not.
    private static IEnumerable<Choice> Inside(Talk talk, ImmutableArray<Schedule> kept) => kept
        .SelectMany(schedule => WeekSlot.Of(schedule.When))
        .Select(slot => slot.Time)
        .Distinct()
        .Select(time => (From: time, To: HoursFit.Near(talk.Person, time)))
        .Where(move => move.To is not null)
        .Take(2)
        .Select(move => Ways.Typed(talk.Say("choice.change", ("from", SpokenTime.Clock(move.From)), ("to", SpokenTime.Clock(move.To!.Value)))));

    private static void Show(Talk talk) => talk.Reply(
        HoursWords.Said(talk) ?? talk.Say("hours.none"), [.. Offers(talk, fence: false), talk.Ways.Show()]);

    private static void Ask(Talk talk, bool fence)
    {
        talk.AskFor(Understanding.Intents.QuietHours, Questions.Quiet, KeptSlots.Keep(new Slots { About = fence ? FenceMeant : null }));
        talk.Reply(fence ? talk.Say("hours.which-fence") : talk.Say("hours.which-quiet"), Offers(talk, fence));
    }

    private static ImmutableArray<Choice> Offers(Talk talk, bool fence)
    {
        var first = fence ? talk.Ways.Between(new(new(9, 0), new(17, 0))) : talk.Ways.QuietFrom(new(new(22, 0), new(6, 0)));
        var second = fence ? talk.Ways.Between(new(new(8, 0), new(20, 0))) : talk.Ways.QuietFrom(new(new(20, 0), new(8, 0)));
        return talk.Person is { Fence: null, Quiet: null } ? [first, second, talk.Ways.Help()]
            : [first, second, talk.Ways.NoQuietHours(), talk.Ways.Help()];
    }

    private static string Sentences(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>());
}
