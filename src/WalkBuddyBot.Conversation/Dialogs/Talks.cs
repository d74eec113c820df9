using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>Begins a <see cref="Talk"/> with what every dialog needs.</summary>
internal sealed class Talks(IPhrases phrases, ITopics topics, ITips tips, IDateTimeZoneProvider zones)
{
    public ITopics Topics => topics;

    public ITips Tips => tips;

    public IDateTimeZoneProvider Zones => zones;

    public Speech SpeechOf(string language) => new(phrases, language);

    public Talk Begin(Meaning meaning, Heard heard, PersonFacts facts, Instant now) =>
        new(this, new Speech(phrases, facts.Person.Language), meaning, heard, facts, now);
}
