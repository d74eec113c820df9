using Microsoft.Extensions.DependencyInjection;
using WalkBuddyBot.Conversation.Safety;
using WalkBuddyBot.Conversation.Understanding;

namespace WalkBuddyBot.Conversation;

/// <summary>Brings the room in.</summary>
public static class ConversationRegistration
{
    /// <summary>Content, safety, understanding and dialogs.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="contentFolder">The folder with the content files.</param>
    public static IServiceCollection AddConversation(this IServiceCollection services, string contentFolder) => services
        .AddContent(contentFolder)
        .AddSafety(contentFolder)
        .AddUnderstanding()
        .AddDialogs();
}
