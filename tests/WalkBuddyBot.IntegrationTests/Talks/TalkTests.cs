using System.Text.Json.Nodes;
using NodaTime;
using WalkBuddyBot.IntegrationTests.Driving;

namespace WalkBuddyBot.IntegrationTests.Talks;

/// <summary>
/// Conversations of several turns through the real service with a moved clock. They stand in <c>Scripts/*.talk</c>:
/// <code>
/// # Title
/// at 2026-11-23 09:00 Europe/Berlin      the local moment it begins
/// > words                                typed
/// press Title                            the newest button of that title
/// client America/New_York                the client names another zone from now on
/// until 2026-11-24 11:00                 the clock goes on, with all that is due
/// &lt; words                                the answer holds them ("&lt;!": does not)
/// card words                             a card on the page holds them
/// label stress + thanks                  what it was taken for; "*" for whatever it was. In Scripts/Turns every turn says it
/// buttons A | B                          the answer offers them
/// = on | on weekdays at 10:30            what is kept; "= same": as before
/// next 2026-11-24 10:30, ...             the next three that will be sent; "next none", "next same"
/// sent 2026-11-24 10:30 walk, ...        what was sent while the clock went on; "sent nothing"
/// </code>
/// </summary>
public sealed class TalkTests
{
    public static TheoryData<string, string> Talks()
    {
        var talks = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.talk", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var script in TalkScript.ReadAll(file))
            {
                talks.Add(Path.GetRelativePath(Folder, file).Replace('\\', '/'), script.Title);
            }
        }

        return talks;
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Talks", "Scripts");

    [Fact]
    public void There_are_enough_and_no_two_have_one_title()
    {
        var titles = Talks().Select(talk => (string)talk[1]).ToList();

        Assert.True(titles.Count >= 110, $"There are {titles.Count} conversations.");
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task A_conversation_goes_as_it_is_written(string file, string title)
    {
        var script = TalkScript.ReadAll(Path.Combine(Folder, file)).Single(talk => talk.Title == title);
        var zone = DateTimeZoneProviders.Tzdb[script.Zone];
        var labels = new HeardLabels();
        await using var app = new WalkBuddyApp(script.Start.InZoneStrictly(zone).ToInstant(), also: labels.Listen);
        await using var visitor = await Visitor.OpenAsync(app, script.Zone);
        var state = new TalkState(app, visitor, zone);
        var (kept, next) = ("nobody", "none");
        var wrong = new List<string>();
        foreach (var step in script.Steps)
        {
            var before = app.Now;
            var replies = await DoAsync(app, visitor, zone, step);
            var (keptNow, nextNow) = (await state.KeptAsync(), await state.NextAsync());
            var said = string.Join("\n", replies.Select(Visitor.Text));
            foreach (var (line, place) in step.Expected)
            {
                var (mark, expected) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..].Trim());
                var (holds, seen) = mark switch
                {
                    "<" => (said.Contains(expected, StringComparison.Ordinal), said),
                    "<!" => (!said.Contains(expected, StringComparison.Ordinal), said),
                    "label" => (expected is "*" || labels.Last == expected, labels.Last),
                    "card" => (visitor.Page.Any(shown => shown["attachments"]?.ToJsonString(Plain).Contains(expected, StringComparison.Ordinal) == true), "no such card"),
                    "buttons" => Offers(replies, expected),
                    "=" => (keptNow == (expected == "same" ? kept : expected), keptNow),
                    "next" => (nextNow == (expected == "same" ? next : expected), nextNow),
                    "sent" => await SentAsync(state, before, expected),
                    _ => (false, $"an unknown line '{mark}'"),
                };
                if (!holds)
                {
                    wrong.Add($"{place}: {line}\n    after '{step.What}' it was: {seen}");
                }
            }

            (kept, next) = (keptNow, nextNow);
        }

        Assert.True(wrong.Count == 0, $"{title}\n{string.Join('\n', wrong)}");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<IReadOnlyList<JsonObject>> DoAsync(WalkBuddyApp app, Visitor visitor, DateTimeZone zone, TalkStep step)
    {
        switch (step.Deed)
        {
            case TalkDeed.Say:
                return await visitor.SayAsync(step.What);
            case TalkDeed.Press:
                return await visitor.PressAsync(WithButton(visitor, step), step.What);
            case TalkDeed.Travel:
                visitor.Zone = step.What;
                return [];
            default:
                await app.RunUntilAsync(TalkScript.Moment(step.What).InZoneStrictly(zone).ToInstant());
                await visitor.CatchUpAsync();
                return [];
        }
    }

    private static JsonObject WithButton(Visitor visitor, TalkStep step) =>
        visitor.Page.LastOrDefault(shown => Visitor.IsFromBot(shown) && Visitor.Buttons(shown).Contains(step.What))
        ?? throw new InvalidOperationException($"{step.Place}: nothing on the page has the button '{step.What}'.");

    private static (bool, string) Offers(IReadOnlyList<JsonObject> replies, string expected)
    {
        var shown = replies.SelectMany(Visitor.Buttons).ToList();
        return (expected.Split('|', StringSplitOptions.TrimEntries).All(shown.Contains), string.Join(" | ", shown));
    }

    private static async Task<(bool, string)> SentAsync(TalkState state, Instant since, string expected)
    {
        var sent = await state.SentAsync(since);
        return (sent == expected, sent);
    }
}
