using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Dialogs.Rules;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>How many walks, or how many minutes, somebody means to walk in a week: set, shown, or taken away.</summary>
internal sealed class GoalDialog(Talks talks) : Dialog(talks, Understanding.Intents.Goal)
{
    private const int DaysPerWeek = 7;
    private const int MostWalks = 70;
    private const int MostMinutes = 7 * 1440;

    protected override void Answer(Talk talk)
    {
        talk.Leave();
        var slots = talk.Slots;
        var times = slots.Per == "day" ? DaysPerWeek : 1;
        if (slots.Off)
        {
            Set(talk, talk.Person.Plan with { WalksPerWeek = 0, MinutesPerWeek = null });
        }
        else if (slots.Minutes is { } minutes)
        {
            Try(talk, minutes >= 1 && minutes <= MostMinutes / times, talk.Person.Plan with { WalksPerWeek = 0, MinutesPerWeek = minutes * times });
        }
        else if (slots.Walks is { } walks)
        {
            var plan = talk.Person.Plan with { WalksPerWeek = walks * times, MinutesPerWeek = null };
            Try(talk, walks >= 1 && walks <= MostWalks / times, plan);
        }
        else if (slots.Show)
        {
            talk.Reply($"{GoalWords.Of(talk)} {WeekSoFar.Say(talk)}", Offers(talk));
        }
        else
        {
            talk.AskFor(Understanding.Intents.Goal, Questions.Goal, KeptSlots.Keep(Slots.None));
            talk.Reply(talk.Say("goal.which"), Offers(talk));
        }
    }

    private static void Try(Talk talk, bool possible, Plan plan)
    {
        if (possible)
        {
            Set(talk, plan);
            return;
        }

        talk.Reply(talk.Say("goal.impossible"), Offers(talk));
    }

    private static void Set(Talk talk, Plan plan)
    {
        var undo = talk.Undoable("undo.goal");
        talk.Person = talk.Person with { Plan = plan };
        talk.Reply($"{GoalWords.Set(talk)} {WeekSoFar.Say(talk)} {Coming.Hold(talk) ?? Coming.Next(talk, 3)}", undo, talk.Ways.Walked(), talk.Ways.Show());
    }

    private static ImmutableArray<Choice> Offers(Talk talk) =>
        [Ways.Typed(talk.Say("choice.goal-walks")), Ways.Typed(talk.Say("choice.goal-minutes")), Ways.Typed(talk.Say("choice.goal-none")), talk.Ways.Help()];
}
