using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using WalkBuddyBot.Conversation;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Dialogs;

/// <summary>Whatever stands on a button does the same when it is typed: real words, real understanding, real dialogs.</summary>
public sealed class TypedTitlesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly IBuddy Buddy = new ServiceCollection()
        .AddConversation(ContentSnapshot.InstalledFolder).AddLogging().AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())
        .BuildServiceProvider().GetRequiredService<IBuddy>();

    private static readonly string[] Sayings =
    [
        "hello", "help", "thanks", "bye", "yes", "no", "why does walking help my back?", "is it good for my heart", "tell me more", "why?",
        "give me a tip", "i walked", "walked 2000", "walked 3 miles", "i walked tomorrow", "snooze", "snooze 9000", "not today", "pause",
        "pause for a week", "pause until yesterday", "stop", "resume", "undo", "show my reminders", "remind me", "remind me weekdays",
        "remind me weekdays at 7", "remind me at 2:30", "remind me tomorrow at 6", "remind me every other day at 9",
        "remind me on 3/4 at 10",
        "remind me every day at 9am for two weeks", "remind me every 10 minutes", "remind me at 25:00", "remind me on feb 30",
        "remind me every 0 minutes", "remind me today at 8am", "remind me to call mum", "remind me to call mum at 6pm",
        "cancel my 9am reminder",
        "my time zone", "my time zone is Mars/Base", "how am i doing", "my goal is 5 walks", "quiet hours", "delete my data",
        "export my data",
        "feedback", "nudge me now", "what is the price of gold", "qwertz", "crushing chest pain", "i'm safe", "remind me weekdays at 10:30",
        "make it 11", "make it 7", "half an hour later", "move it an hour earlier", "remove friday", "remove a reminder", "change my reminder",
        "delete all my reminders", "make it every 2 hours", "make it weekdays", "move the 10:30 to 11", "set a goal", "5 walks a week",
        "what is my goal", "set quiet hours", "quiet hours 10am to 12", "only between 6pm and 8pm", "what are my quiet hours",
        "how much did i walk this month", "send me a tip every day at 8am", "you are great", "4,000 steps", "status",
        "remind me every day at 11pm",
        "skip tomorrow", "which signs mean I should see a doctor", "monday at 7 and friday at 8",
    ];

    public static TheoryData<string[]> States => new(
        [],
        ["hello"],
        ["remind me weekdays at 10:30"],
        ["remind me weekdays at 10:30", "stop"],
        ["remind me weekdays at 10:30", "pause for a week"],
        ["remind me every 90 minutes from 9 to 5 on weekdays"],
        ["remind me weekdays at 9, 12 and 15:30"],
        ["remind me weekdays at 10:30", "remind me saturdays at 10:30", "hello"],
        ["remind me weekdays at 10:30", "only between 9 and 17"],
        ["quiet hours 22:00 to 06:00"],
        ["i walked"]);

    [Theory]
    [MemberData(nameof(States))]
    public void A_title_typed_does_what_its_button_does(string[] state)
    {
        var different = new List<string>();
        foreach (var (saying, zone) in Sayings.SelectMany(saying => new[] { (saying, (string?)"Europe/Paris"), (saying, null) }))
        {
            var before = state.Append(saying).Aggregate((PersonFacts?)null, (facts, said) => After(facts, Hear(said, zone) with { Key = said }, out _));
            var choices = Answer(state.Aggregate((PersonFacts?)null, (facts, said) => After(facts, Hear(said, zone) with { Key = said }, out _)), saying, zone);
            foreach (var choice in choices.Where(choice => choice.Title.Length > 0))
            {
                After(before, Hear(null, zone) with { Verb = choice.Verb, Inputs = choice.Inputs, About = choice.About }, out var pressed);
                After(before, Hear(choice.Title, zone), out var typed);
                if (Said(pressed) != Said(typed))
                {
                    var where = $"[{string.Join(", ", state)}] {saying} -> {choice.Title}";
                    different.Add($"{where}\n  pressed {Said(pressed)}\n  typed   {Said(typed)}");
                }
            }
        }

        Assert.True(different.Count == 0, $"{different.Count} titles differ:\n{string.Join('\n', different)}");
    }

    private static ImmutableArray<Choice> Answer(PersonFacts? facts, string saying, string? zone)
    {
        After(facts, Hear(saying, zone) with { Key = saying }, out var outcome);
        return outcome.Replies[0].Choices;
    }

    private static string Said(TurnOutcome outcome) => string.Join(" / ", outcome.Replies.Select(reply => reply.Text));

    private static PersonFacts? After(PersonFacts? facts, Heard heard, out TurnOutcome outcome)
    {
        outcome = Buddy.Turn(heard, facts, Now);
        return outcome.After is { } after ? new(after with { Version = after.Version + 1 }, facts?.Last84Days ?? [],
            facts?.Nudges30Days ?? []) : facts;
    }

    private static Heard Hear(string? text, string? zone) => new(
        "message", Chat.Page, text, null, null, ImmutableDictionary<string, string>.Empty, zone, "en");
}
