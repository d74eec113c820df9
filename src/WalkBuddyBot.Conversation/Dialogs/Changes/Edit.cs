using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs.Changes;

/// <summary>What becomes of a reminder.</summary>
/// <param name="When">When it comes from now on; null where it is taken away.</param>
/// <param name="Step">
/// Where each of its slots goes, so that one of today that has come is not sent again under its new time; null where a new wish takes
/// the place of the old one as a whole.
/// </param>
internal sealed record Edit(Recurrence? When, Func<WeekSlot, WeekSlot?>? Step = null)
{
    /// <summary>The same to each slot that is meant; the others stay.</summary>
    public static Edit Slots(Target target, Func<WeekSlot, WeekSlot?> move)
    {
        WeekSlot? Step(WeekSlot slot) => target.Means(slot) ? move(slot) : slot;
        return new(WeekSlot.Together(WeekSlot.Of(target.Schedule.When).Select(Step).OfType<WeekSlot>()), Step);
    }
}
