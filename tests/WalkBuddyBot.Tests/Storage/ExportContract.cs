using System.Text.Json;
using NodaTime;
using WalkBuddyBot.BotFramework.Activities;
using WalkBuddyBot.BotFramework.Stores;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Storage;

/// <summary>The file with everything that is kept of a person.</summary>
public abstract class ExportContract : StoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    [StoreFact]
    public async Task It_holds_what_is_kept_in_words_that_can_be_read()
    {
        var person = await KnownAsync(Some.Weekdays("work", 10, 30));
        var talks = Get<IConversationStore>();
        await talks.CreateAsync(new WebConversation("talk-1", "visitor-1", Clock.GetCurrentInstant(), Clock.GetCurrentInstant()), None);
        await talks.PostAsync("talk-1", Says("remind me", "user"), null, toRun: false, None);
        await talks.AppendAsync("talk-1", Says("I will.", "bot"), "o1", shown: true, None);
        var slot = await WaitingNudgeAsync("n", Clock.GetCurrentInstant());
        await SayAsync(
            "walked",
            known => known with { Quiet = new Hours(new LocalTime(22, 0), new LocalTime(6, 0)) },
            new Effect.WalkLogged(Some.Walk("w", 22, 25)),
            new Effect.NudgeAnswered(slot.OutgoingId, NudgeAnswer.Walked));

        var text = await Get<IPersonExport>().ReadAsync(person.Id, None);
        using var file = JsonDocument.Parse(text!);
        var root = file.RootElement;

        Assert.Equal("Europe/Berlin", root.GetProperty("timeZone").GetString());
        Assert.Equal("on weekdays at 10:30", root.GetProperty("schedules")[0].GetProperty("when").GetString());
        Assert.Equal(("webchat", "talk-1"), (At(root, "channel"), At(root, "conversation")));
        Assert.Equal("22:00 to 06:00", root.GetProperty("plan").GetProperty("quietHours").GetString());
        Assert.Equal(25, Assert.Single(root.GetProperty("walks").EnumerateArray()).GetProperty("minutes").GetInt32());
        Assert.Equal("Walked", Assert.Single(root.GetProperty("remindersOf30Days").EnumerateArray()).GetProperty("answer").GetString());
        Assert.Equal(
            ["you: remind me", "WalkBuddyBot: I will."],
            root.GetProperty("webChat").GetProperty("lines").EnumerateArray()
                .Select(line => $"{line.GetProperty("by").GetString()}: {line.GetProperty("words").GetString()}"));
        Assert.NotEmpty(root.GetProperty("notKept").EnumerateArray());
        Assert.Contains("\n  ", text, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Of_nobody_there_is_none()
    {
        Assert.Null(await Get<IPersonExport>().ReadAsync(new PersonId(DerivedId.From("person", "nobody")), None));
    }

    private static string? At(JsonElement root, string name) => root.GetProperty("reachedAt")[0].GetProperty(name).GetString();

    private static BotActivity Says(string text, string role) =>
        new() { Type = ActivityTypes.Message, ChannelId = "webchat", Text = text, From = new ChannelAccount { Id = role, Role = role } };
}
