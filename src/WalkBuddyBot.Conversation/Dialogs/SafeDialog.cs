using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>After a safety reply: I am safe, or it was not about me. What is held stays held until the person resumes it.</summary>
internal sealed class SafeDialog(Talks talks) : Dialog(talks, Verbs.Safe)
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "i'm safe", "im safe", "i am safe", "not me", "it's not me", "it is not me", "it was not me", "it wasn't me", "i'm safe / not me", "not about me",
    };

    /// <summary>Whether these typed words mean the button, a safety reply having been given within a day.</summary>
    public static bool Means(string text, Person person, Instant now) =>
        person.Alarmed is { } alarmed && now - alarmed.At < Duration.FromDays(1) && Words.Contains(text.Trim().TrimEnd('.').Replace('\u2019', '\''));

    protected override void Answer(Talk talk)
    {
        if (talk.Person.Standing is Standing.Paused { ByAlarm: true } held && talk.Now < held.Until && !talk.Person.Schedules.IsEmpty)
        {
            talk.Reply(talk.Say("safe.held", ("until", Coming.Until(talk, held.Until))), talk.Ways.Resume(), talk.Ways.WhenToSeeSomeone(), talk.Ways.Help());
            return;
        }

        talk.Reply(talk.Say("safe.thanks"), talk.Ways.WhenToSeeSomeone(), talk.Ways.Help());
    }
}
