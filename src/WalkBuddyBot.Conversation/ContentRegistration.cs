using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation;

/// <summary>Brings the content into the house.</summary>
public static class ContentRegistration
{
    /// <summary>Reads the content once, now, and registers it as topics, tips and phrases.</summary>
    /// <param name="services">The services.</param>
    /// <param name="folder">The folder with the content files; <see cref="ContentSnapshot.InstalledFolder"/> unless a person chose another.</param>
    /// <exception cref="ContentException">There are mistakes; the message lists them.</exception>
    public static IServiceCollection AddContent(this IServiceCollection services, string folder)
    {
        var content = ContentSnapshot.Load(folder);
        return services.AddSingleton(content)
            .AddSingleton<ITopics>(content)
            .AddSingleton<ITips>(content)
            .AddSingleton<IPhrases>(content)
            .AddSingleton<ITopicTexts>(content);
    }
}
