using Moq;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Terminal.Preview;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Terminal;

public sealed class PersonSearchTests
{
    private static readonly PersonFacts One = Somebody("1f3a9c2e-0000-8000-8000-000000000001");
    private static readonly PersonFacts Other = Somebody("1f3a9c2e-0000-8000-8000-000000000002");
    private static readonly PersonFacts Third = Somebody("2f3a9c2e-0000-8000-8000-000000000003");

    [Theory]
    [InlineData("2f3a9c2e")]
    [InlineData("2F3A9C2E0000")]
    [InlineData("2f3a9c2e-0000-8000-8000-000000000003")]
    public async Task The_beginning_of_an_id_is_enough(string id)
    {
        var (found, _) = await PersonSearch.FindAsync(People(), id, CancellationToken.None);

        Assert.Same(Third, found);
    }

    [Theory]
    [InlineData("1f3a9c2e", "Several")]
    [InlineData("3f3a9c2e", "Nobody")]
    public async Task One_that_fits_several_or_nobody_is_told_so(string id, string why)
    {
        var (found, said) = await PersonSearch.FindAsync(People(), id, CancellationToken.None);

        Assert.Null(found);
        Assert.StartsWith(why, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1f3a9c2e", true)]
    [InlineData("1f3a9c2e-0000-8000-8000-000000000001", true)]
    [InlineData("1f3a9c2", false)]
    [InlineData("Adalovelace", false)]
    public void Fewer_than_eight_characters_or_other_letters_are_no_id(string text, bool isId) => Assert.Equal(isId, PersonSearch.IsId(text));

    private static IPeople People()
    {
        var people = new Mock<IPeople>();
        people.Setup(p => p.WithNudgesAsync(It.IsAny<CancellationToken>())).Returns(new[] { One, Other, Third }.ToAsyncEnumerable());
        people.Setup(p => p.FindAsync(Third.Person.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Third);
        return people.Object;
    }

    private static PersonFacts Somebody(string id) => Some.Facts(Some.Person() with { Id = new PersonId(Guid.Parse(id)) });
}
