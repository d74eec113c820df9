using System.Reflection;

namespace WalkBuddyBot.Tests;

/// <summary>The rooms and the arrows between them: nothing else is allowed.</summary>
public sealed class ArrowsTests
{
    private const string House = "WalkBuddyBot";

    public static TheoryData<string, string[]> Rooms => new()
    {
        { "WalkBuddyBot.Domain", [] },
        { "WalkBuddyBot.BotFramework", [] },
        { "WalkBuddyBot.Conversation", ["WalkBuddyBot.Domain"] },
        { "WalkBuddyBot.Nudging", ["WalkBuddyBot.Domain"] },
        { "WalkBuddyBot.Channels", ["WalkBuddyBot.BotFramework", "WalkBuddyBot.Domain"] },
        { "WalkBuddyBot.Storage", ["WalkBuddyBot.BotFramework", "WalkBuddyBot.Domain"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_sees_only_the_rooms_its_arrows_lead_to(string room, string[] allowed)
    {
        var seen = Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith(House, StringComparison.Ordinal));

        Assert.Empty(seen.Except(allowed));
    }

    [Fact]
    public void The_domain_knows_NodaTime_and_nothing_else()
    {
        var foreign = Assembly.Load("WalkBuddyBot.Domain").GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_room_in_src_is_named_above()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Tree.Root, "src")).Select(Path.GetFileName);

        Assert.Equal(Rooms.Select(row => (string)row[0]).Append(House).Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_root_holds_what_the_house_says_and_no_drawer_beside_it()
    {
        string[] allowed = ["WalkBuddyBot.sln", "README.md", "src", "tests", "deploy"];
        var local = new[] { "data", "TestResults" };

        var entries = Directory.GetFileSystemEntries(Tree.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.'));

        Assert.Empty(entries.Except(allowed).Except(local));
    }
}
